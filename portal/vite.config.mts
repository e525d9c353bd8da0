import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';
import { preloads } from './preloads.mts';
import { scriptBounds } from './script-bounds.mts';

/** Each text also compressed beside itself, once, so that the gateway never compresses. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  writeBundle: ({ dir = '' }) => {
    const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => /^assets.*\.(js|css|svg)$/.test(name));
    for (const file of files.map((name) => join(dir, name))) {
      const text = readFileSync(file);
      writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
      writeFileSync(`${file}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }));
    }
  },
});

const inNodeModules = (packages: string): RegExp => new RegExp(`/node_modules/(?:${packages})/`);
const anyOf =
  (...tests: readonly RegExp[]) =>
  (id: string): boolean =>
    tests.some((test) => test.test(id));
const ours = (files: string): RegExp => new RegExp(`/portal/src/(?:${files})\\.tsx?$`);

/**
 * A browser asks for six files at once, and on a slow line every six cost a round: so what is needed together is one file, with all that it
 * imports. The first that has a module keeps it.
 */
const together = [
  {
    ...{ name: 'base', priority: 5 },
    test: anyOf(
      inNodeModules(
        'react|react-dom|scheduler|use-sync-external-store|i18next|openapi-fetch|@tanstack/(?:react-router|router-core|history|store|react-store)',
      ),
      ours('main|api/.*|shared/(?:dates|export|page-head)|messages/zh/shell'),
    ),
  },
  // Only of what two pages need: the rest stays with the one.
  {
    ...{ name: 'office', priority: 4, minShareCount: 2 },
    test: inNodeModules('antd|@ant-design|@rc-component|rc-[a-z]+|@tanstack/(?:react-query|query-core|react-virtual|virtual-core)'),
  },
  { name: 'sign-in', priority: 3, test: ours('account/sign-in(?:\\.page|-steps)|messages/zh/account') },
  { name: 'public', priority: 3, test: ours('public/(?:public-page|use-more|code-names)') },
  { name: 'kept', priority: 3, test: ours('shared/kept|messages/zh/kept') },
  {
    ...{ name: 'signed-in', priority: 2 },
    test: anyOf(
      ours('signed-in\\.routes|shell/(?:signed-in\\.layout|menu)|shared/(?:button|due-day|listed)|messages/zh/(?:problems|menu)'),
      /\/libs\/contract\/src\/(?:registration-form|review-route|submission-states)\.ts$/,
    ),
  },
  { name: 'queue', priority: 1, test: ours('review/queue\\.page|messages/zh/review') },
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), preloads(), compressed(), scriptBounds()],
  resolve: { conditions: ['dengke-source', 'module', 'browser', 'production'] },
  /** The gateway puts each answer's own nonce in its place. */
  html: { cspNonce: '%nonce%' },
  build: {
    target: 'chrome109',
    outDir: 'dist',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: together,
        },
      },
    },
  },
});
