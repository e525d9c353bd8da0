const { TestEnvironment } = require('jest-environment-jsdom');

/** A page in jsdom, with Node's own fetch, which browsers have and jsdom lacks. */
module.exports = class DomEnvironment extends TestEnvironment {
  constructor(...args) {
    super(...args);
    const { fetch, Request, Response, Headers, AbortController, AbortSignal, TextEncoder, TextDecoder } = globalThis;
    Object.assign(this.global, { fetch, Request, Response, Headers, AbortController, AbortSignal, TextEncoder, TextDecoder });
    Object.assign(this.global.HTMLDialogElement.prototype, {
      showModal() {
        this.open = true;
      },
      close() {
        this.open = false;
      },
    });
    this.global.scrollTo = () => undefined;
  }
};
