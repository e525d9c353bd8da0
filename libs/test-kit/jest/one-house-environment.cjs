const { TestEnvironment } = require('jest-environment-node');

/** Where jest keeps what `jest.setTimeout` of a spec file said. */
const timeout = Symbol.for('TEST_TIMEOUT_SYMBOL');

let house;

/** The spec files of one worker run after each other in one global scope, in which `one-house-runtime.cjs` loads the product once. */
module.exports = class OneHouseEnvironment extends TestEnvironment {
  constructor(config, context) {
    if (house !== undefined) {
      return house;
    }
    super(config, context);
    house = this;
    this.variables = { ...this.global.process.env };
    this.exit = this.global.process.exit;
  }

  /** Nothing that one file set may reach the next: clocks, time limits, the environment. */
  async teardown() {
    this.fakeTimers.useRealTimers();
    this.fakeTimersModern.useRealTimers();
    delete this.global[timeout];
    const { process } = this.global;
    process.exit = this.exit;
    Object.keys(process.env).forEach((name) => name in this.variables || delete process.env[name]);
    Object.assign(process.env, this.variables);
  }
};
