const esmOnly = ['otplib', '@otplib', '@scure', '@noble', 'jose', 'uuidv7', '@fastify/static', 'content-disposition'];

/** The pages of the portal: TypeScript with JSX. */
const pages = {
  jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

/** @type {import('jest').Config} */
const base = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['dengke-source', 'node', 'require', 'default'] },
  transform: { '^.+\\.[cm]?[jt]s$': ['@swc/jest', {}], '^.+\\.tsx$': ['@swc/jest', pages] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.dengke/', '<rootDir>/.nx/'],
};

/** Each worker loads the product once, not for each spec file. */
const oneHouse = {
  ...base,
  testEnvironment: '<rootDir>/libs/test-kit/jest/one-house-environment.cjs',
  runtime: '<rootDir>/libs/test-kit/jest/one-house-runtime.cjs',
  setupFiles: ['<rootDir>/libs/service-kit/src/testing/one-connection.ts'],
};
const workflow = { ...base, globalSetup: '<rootDir>/workflows/worker/testing/bundle-once.ts' };

/**
 * Specs by what they need. `pure` needs nothing, `workflow` a time-skipping Temporal server, `service` a MariaDB
 * (DENGKE_TEST_DATABASE_URL, a root address) and `stack` everything; `npm test` provides them. `record` writes the archive of
 * histories and runs only when asked for.
 * @type {import('jest').Config}
 */
module.exports = {
  /** Ends what hangs; a machine may be busy, and being slow is no fault. Jest reads this at the top only. */
  testTimeout: 120_000,
  /** A worker that has loaded the product once keeps something of each file; above this it is replaced by a new one. */
  workerIdleMemoryLimit: '1200MB',
  projects: [
    {
      ...base,
      displayName: 'pure',
      moduleNameMapper: { '\\.(css|svg)$': '<rootDir>/portal/testing/no-file.cjs' },
      testMatch: [
        '<rootDir>/{libs/contract,libs/calendar,libs/print,libs/test-kit,libs/titles,infra,season,bench,docs,portal}/**/*.spec.{ts,tsx}',
      ],
    },
    { ...workflow, displayName: 'workflow', testMatch: ['<rootDir>/workflows/**/*.spec.ts'] },
    { ...oneHouse, displayName: 'service', testMatch: ['<rootDir>/{services,libs/service-kit,ops}/**/*.spec.ts'] },
    { ...base, displayName: 'stack', testMatch: ['<rootDir>/e2e/**/*.e2e-spec.ts'] },
    { ...workflow, displayName: 'record', testMatch: ['<rootDir>/workflows/testing/record-histories.ts'] },
  ],
};
