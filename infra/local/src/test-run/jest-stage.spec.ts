import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countJest, failedTests } from './jest-stage';
import { repositoryRoot } from '../repository';
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

  it('names what failed, was skipped or did not load, and no other', () => {
    const file = join(folder, 'results.json');
    const test = (fullName: string, status: string, failureMessages: string[] = []): object => ({ fullName, status, failureMessages });
    const failing = [test('holds', 'passed'), test('breaks', 'failed', ['expected 1']), test('waits', 'pending')];
    const testResults = [
      { name: join(repositoryRoot, 'one.spec.ts'), message: 'breaks: expected 1', assertionResults: failing },
      { name: join(repositoryRoot, 'two.spec.ts'), message: 'no such module', assertionResults: [] },
      { name: join(repositoryRoot, 'three.spec.ts'), message: '', assertionResults: [test('holds', 'passed')] },
    ];
    writeFileSync(file, JSON.stringify({ testResults }));
    expect(failedTests(file)).toEqual([
      'one.spec.ts: breaks (failed)\nexpected 1',
      'one.spec.ts: waits (pending)\n',
      'two.spec.ts\nno such module',
    ]);
    expect(failedTests(join(folder, 'absent.json'))).toEqual([]);
  });

  it('closes in one line', () => {
    expect(closingLine({ passed: 12, failed: 0 })).toBe('Tests: 12 passed, 0 failed');
  });
});
