const { default: Runtime } = require('jest-runtime');

/** A spec, and what is there for specs: each spec file has these anew. */
const ofSpecs = /\.spec\.ts$|\/testing\//;

/** The product and its libraries, once for all spec files of a worker. */
let product;

/**
 * To load Nest, TypeORM and Temporal's client takes longer than most spec files do, and jest loads them for each file again. Here a worker loads
 * them once, as a process of the house does; needs `one-house-environment.cjs`, since a library belongs to the scope in which it was loaded.
 * `jest.mock` reaches nothing that is loaded once; our specs have none.
 */
module.exports = class OneHouseRuntime extends Runtime {
  constructor(...settings) {
    super(...settings);
    product ??= new Runtime(...settings);
  }

  requireModuleOrMock(from, name) {
    return this.isOfSpecs(from, name) ? super.requireModuleOrMock(from, name) : product.requireModuleOrMock(from, name);
  }

  isOfSpecs(from, name) {
    return name === '@jest/globals' || (name.startsWith('.') && ofSpecs.test(this._resolution.resolveCjs(from, name)));
  }

  /** Lines of the product are found as well. */
  getSourceMaps() {
    const [own, shared] = [super.getSourceMaps(), product.getSourceMaps()];
    return { get: (file) => own.get(file) ?? shared.get(file), [Symbol.iterator]: () => [...shared, ...own].values() };
  }
};
