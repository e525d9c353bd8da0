import { execFileSync } from 'node:child_process';
import { repositoryRoot } from './repository';

jest.setTimeout(240_000);

/** Each guard of the lint is broken once, in a real file of its project, and must bite. */
const broken: [what: string, file: string, code: string, rule: string][] = [
  [
    'a service takes from another',
    'services/accounts/src/main.ts',
    "import { AchievementsModule } from '../../achievements/src/achievements.module';\nvoid AchievementsModule;\n",
    '@nx/enforce-module-boundaries',
  ],
  [
    'a service takes from the workflows',
    'services/accounts/src/main.ts',
    "import { submission } from '@dengke/workflows';\nvoid submission;\n",
    '@nx/enforce-module-boundaries',
  ],
  [
    'the contract takes Nest',
    'libs/contract/src/errors.ts',
    "import { Injectable } from '@nestjs/common';\nvoid Injectable;\n",
    '@nx/enforce-module-boundaries',
  ],
  [
    'the calendar takes the contract',
    'libs/calendar/src/plain-date.ts',
    "import { refusals } from '@dengke/contract';\nvoid refusals;\n",
    '@nx/enforce-module-boundaries',
  ],
  [
    'the titles take the kit',
    'libs/titles/src/grams.ts',
    "import { sm3 } from '@dengke/service-kit';\nvoid sm3;\n",
    '@nx/enforce-module-boundaries',
  ],
  [
    'a workflow takes the calendar',
    'workflows/submission/submission.workflow.ts',
    "import { addWorkdays } from '@dengke/calendar';\nvoid addWorkdays;\n",
    '@nx/enforce-module-boundaries',
  ],
  [
    'a workflow takes a Node built-in',
    'workflows/submission/submission.workflow.ts',
    "import { readFileSync } from 'node:fs';\nvoid readFileSync;\n",
    'no-restricted-imports',
  ],
  [
    'a workflow takes the client',
    'workflows/submission/submission.workflow.ts',
    "import { Client } from '@temporalio/client';\nvoid Client;\n",
    'no-restricted-imports',
  ],
  [
    'a page for strangers takes Ant Design',
    'portal/src/account/session.ts',
    "import { Button } from 'antd';\nvoid Button;\n",
    'no-restricted-imports',
  ],
  [
    'the portal takes a service’s kit',
    'portal/src/api/keys.ts',
    "import { sm3 } from '@dengke/service-kit';\nvoid sm3;\n",
    '@nx/enforce-module-boundaries',
  ],
  ['a service looks for a browser', 'services/accounts/src/main.ts', 'export const here = window;\n', 'no-restricted-globals'],
  ['a service reads the host clock', 'services/accounts/src/main.ts', 'export const now = new Date();\n', 'no-restricted-syntax'],
  [
    'a service reads the environment',
    'services/accounts/src/main.ts',
    "export const home = process.env['HOME'];\n",
    'no-restricted-syntax',
  ],
  ['the database tells the time', 'services/accounts/src/main.ts', "export const sql = 'SELECT NOW()';\n", 'no-restricted-syntax'],
  [
    'a promise floats',
    'services/accounts/src/main.ts',
    'export function go(): void {\n  Promise.resolve(1);\n}\n',
    '@typescript-eslint/no-floating-promises',
  ],
];

/**
 * ESLint loads its configuration as a module, which jest's sandbox cannot; so it runs in a process of its own, once for all. Under CI typescript-eslint takes
 * each file as it lies on disk, and would not see the broken code; TSESTREE_SINGLE_RUN says otherwise.
 */
const script = `
  const { ESLint } = await import('eslint');
  const eslint = new ESLint();
  const found = [];
  for (const [, file, code] of JSON.parse(process.argv[1])) {
    const [result] = await eslint.lintText(code, { filePath: file });
    found.push(result.messages.map(({ ruleId }) => ruleId));
  }
  process.stdout.write(JSON.stringify(found));
`;

describe('the lint of the house', () => {
  let found: string[][];
  beforeAll(() => {
    const options = {
      cwd: repositoryRoot,
      encoding: 'utf8',
      env: { ...process.env, NX_DAEMON: 'false', TSESTREE_SINGLE_RUN: 'false' },
    } as const;
    found = JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '-e', script, JSON.stringify(broken)], options),
    ) as string[][];
  });

  it.each(broken.map(([what, , , rule], index) => [what, rule, index] as const))('bites when %s (%s)', (_what, rule, index) => {
    expect(found[index]).toContain(rule);
  });
});
