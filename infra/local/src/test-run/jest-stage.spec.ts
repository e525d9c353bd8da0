import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countJest } from './jest-stage';
import { closingLine } from './run-tests';

describe('the count of a jest run', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dengke-count-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const results = (changes: Record<string, number>): string => {
    const file = join(folder, 'results.json');
    const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, numRuntimeErrorTestSuites: 0 };
    writeFileSync(file, JSON.stringify({ ...none, ...changes }));
    return file;
  };

  it('is jest’s own', () => {
    expect(countJest(results({ numPassedTests: 7, numFailedTests: 2 }), 1)).toEqual({ passed: 7, failed: 2 });
  });

  it('has a failure for each skipped test and each file that did not load', () => {
    expect(countJest(results({ numPassedTests: 7, numPendingTests: 1, numRuntimeErrorTestSuites: 1 }), 1)).toEqual({
      passed: 7,
      failed: 2,
    });
  });

  it('has a failure when jest ended badly without saying why, or left no results', () => {
    expect(countJest(results({ numPassedTests: 7 }), 1)).toEqual({ passed: 7, failed: 1 });
    expect(countJest(join(folder, 'absent.json'), 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('closes in one line', () => {
    expect(closingLine({ passed: 12, failed: 0 })).toBe('Tests: 12 passed, 0 failed');
  });
});
