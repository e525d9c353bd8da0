import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { workflowTypes } from '@dengke/contract';
import { workflowBundle } from './config';

interface Bundle {
  __TEMPORAL__: { importWorkflows(): Record<string, unknown> };
}

describe('the workflow bundle', () => {
  it('exports every workflow under the name by which services start it, and nothing else', () => {
    const sandbox = createContext({ __webpack_module_cache__: {}, URL, TextEncoder, TextDecoder }) as unknown as Bundle;

    runInContext(readFileSync(workflowBundle, 'utf8'), sandbox);

    expect(Object.keys(sandbox.__TEMPORAL__.importWorkflows()).sort()).toEqual(Object.values(workflowTypes).sort());
  });
});
