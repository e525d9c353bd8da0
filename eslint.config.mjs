import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';
import importX from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';

const nodeBuiltins = ['node:*', 'fs', 'path', 'os', 'crypto', 'http', 'https', 'net', 'child_process', 'timers', 'worker_threads'];

const hostTime = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Business time comes from the BusinessClock, security time from SecurityClock (docs/architecture.md, “Time”).',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Business time comes from the BusinessClock, security time from SecurityClock (docs/architecture.md, “Time”).',
  },
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Only config.ts reads the environment.',
  },
  {
    selector: 'CallExpression[callee.name=/^(CreateDateColumn|UpdateDateColumn|DeleteDateColumn)$/]',
    message: 'Automatic date columns take the host clock (docs/architecture.md, “Time”).',
  },
  {
    selector: 'Literal[value=/\\b(NOW|CURRENT_TIMESTAMP|CURDATE|SYSDATE)\\s*\\(/i]',
    message: 'The database has no business clock (docs/architecture.md, “Time”).',
  },
  {
    selector: 'TemplateElement[value.raw=/\\b(NOW|CURRENT_TIMESTAMP|CURDATE|SYSDATE)\\s*\\(/i]',
    message: 'The database has no business clock (docs/architecture.md, “Time”).',
  },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  { selector: 'TSEnumDeclaration', message: 'String unions, not enums.' },
];

export default tseslint.config(
  { ignores: ['**/dist', '**/node_modules', '.dengke', '.nx', '**/*.config.*', '**/*.mjs', 'portal/src/api/public-api.d.ts'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    plugins: { '@nx': nx, 'import-x': importX },
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          project: './tsconfig.json',
          conditionNames: ['dengke-source', 'types', 'node', 'require', 'default'],
        }),
      ],
    },
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      eqeqeq: 'error',
      curly: 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'import-x/no-cycle': 'error',
      'no-restricted-syntax': ['error', ...hostTime],
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          allow: [],
          depConstraints: [
            {
              sourceTag: 'type:contract',
              onlyDependOnLibsWithTags: ['type:contract'],
              allowedExternalImports: ['@temporalio/workflow', 'fast-check'],
            },
            { sourceTag: 'type:calendar', onlyDependOnLibsWithTags: ['type:calendar'], allowedExternalImports: ['fast-check'] },
            {
              sourceTag: 'type:titles',
              onlyDependOnLibsWithTags: ['type:contract', 'type:titles'],
              allowedExternalImports: ['opencc-js', 'opencc-js/*', 'fast-check'],
            },
            {
              sourceTag: 'type:workflow',
              onlyDependOnLibsWithTags: ['type:contract', 'type:workflow', 'type:test-kit'],
              allowedExternalImports: ['@temporalio/*', 'fast-check'],
            },
            {
              sourceTag: 'type:worker',
              onlyDependOnLibsWithTags: ['type:contract', 'type:workflow', 'type:kit'],
              allowedExternalImports: ['@temporalio/*', 'pino', 'prom-client', 'class-*', 'reflect-metadata'],
            },
            { sourceTag: 'type:kit', onlyDependOnLibsWithTags: ['type:contract', 'type:kit', 'type:test-kit'] },
            {
              sourceTag: 'type:service',
              onlyDependOnLibsWithTags: ['type:contract', 'type:kit', 'type:calendar', 'type:titles', 'type:test-kit'],
            },
            {
              sourceTag: 'type:portal',
              onlyDependOnLibsWithTags: ['type:contract', 'type:portal', 'type:test-kit'],
              bannedExternalImports: ['@nestjs/*', 'typeorm', '@temporalio/*'],
            },
            { sourceTag: 'type:test-kit', onlyDependOnLibsWithTags: ['*'] },
            {
              sourceTag: 'type:tool',
              onlyDependOnLibsWithTags: ['type:contract', 'type:kit', 'type:titles', 'type:test-kit', 'type:tool', 'type:workflow'],
            },
          ],
        },
      ],
    },
  },
  {
    files: ['workflows/**/*.ts'],
    ignores: ['workflows/worker/**', '**/*.spec.ts', 'workflows/testing/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: nodeBuiltins, message: 'Workflow code is deterministic: no Node built-ins.' },
            {
              group: ['@temporalio/client', '@temporalio/worker', '@temporalio/testing', '@temporalio/activity'],
              message: 'Workflow code imports @temporalio/workflow only.',
            },
          ],
        },
      ],
      'no-restricted-globals': ['error', { name: 'Temporal', message: 'Not deterministic in the sandbox.' }],
      'no-restricted-syntax': [
        'error',
        ...hostTime.filter((rule) => !rule.selector.includes('Date.now') && !rule.selector.includes("name='Date'")),
      ],
    },
  },
  {
    files: ['**/*.ts'],
    ignores: ['portal/**', 'e2e/**', 'bench/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['window', 'document', 'navigator', 'localStorage', 'location', 'name', 'event'].map((name) => ({
          name,
          message: 'There is no browser here.',
        })),
      ],
    },
  },
  {
    files: ['season/oracle/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\./[a-z-]+$|node:fs$)',
              message: 'The oracle knows a scenario’s JSON and nothing else of the project (decision 0024).',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['season/src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/oracle/*'], message: 'The oracle is asked as a program of its own (decision 0024).' }] },
      ],
    },
  },
  {
    files: ['portal/src/{account,api,messages,public,shell}/**', 'portal/src/*'],
    ignores: ['portal/src/shell/signed-in.layout.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['antd', 'antd/*', '@ant-design/*', '@tanstack/react-query'],
              message: 'Sign-in and public pages stay below 130 KB: plain HTML, loaders of the route (docs/portal.md).',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', '**/*.spec.tsx', 'libs/test-kit/**', 'e2e/**'],
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: [
      '**/config.ts',
      'infra/**',
      'season/**',
      'bench/**',
      'ops/src/drills/**',
      'e2e/**',
      'libs/test-kit/**',
      'jest.config.ts',
      '**/security-clock.ts',
      '**/business-clock.ts',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
