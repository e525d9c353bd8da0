import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';
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

/** What every page needs, in one file. */
const base =
  /node_modules\/(react|react-dom|scheduler|use-sync-external-store|i18next|react-i18next|openapi-fetch|@tanstack\/(react-router|router-core|history|store|react-store))\//;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressed(), scriptBounds()],
  resolve: { conditions: ['dengke-source', 'module', 'browser', 'production'] },
  /** The gateway puts each answer's own nonce in its place. */
  html: { cspNonce: '%nonce%' },
  build: {
    target: 'chrome109',
    outDir: 'dist',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'base', test: base }] } } },
  },
});
