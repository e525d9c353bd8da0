const { join } = require('node:path');
const { projects } = require('../../jest.config.cjs');

const root = join(__dirname, '..', '..');
const workflow = projects.find(({ displayName }) => displayName === 'workflow');

/** The recorder needs what the workflow specs need, but is none of them. */
module.exports = { ...workflow, displayName: 'record', rootDir: root, testMatch: ['<rootDir>/workflows/testing/record-histories.ts'], testTimeout: 120_000 };
