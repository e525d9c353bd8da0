import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin, Rollup } from 'vite';
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

/** What nearly every page of somebody signed in needs besides: each file is one more question to a slow line. */
const office = /node_modules\/(antd|@ant-design|@rc-component|rc-[a-z]+|@tanstack\/(react-query|query-core|react-virtual|virtual-core))\//;

/** What `main.tsx` begins, and all that needs, is fetched beside it. */
const preloaded = (): Plugin => ({
  name: 'preloaded',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((one): one is Rollup.OutputChunk => one.type === 'chunk');
      const needed = new Set<Rollup.OutputChunk>();
      const take = (chunk: Rollup.OutputChunk): void => {
        needed.add(chunk);
        chunks.filter((one) => chunk.imports.includes(one.fileName) && !needed.has(one)).forEach(take);
      };
      chunks.filter(({ facadeModuleId }) => facadeModuleId?.endsWith('/portal/src/begin.tsx')).forEach(take);
      const styles = new Set([...needed].flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]));
      const link = (rel: string) => (file: string) => ({
        tag: 'link',
        attrs: { rel, crossorigin: true, href: `/${file}` },
        injectTo: 'head' as const,
      });
      return [
        ...Array.from(needed, ({ fileName }) => fileName).map(link('modulepreload')),
        ...Array.from(styles, link('stylesheet')),
      ].filter(({ attrs }) => !html.includes(attrs.href));
    },
  },
});

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), preloaded(), compressed(), scriptBounds()],
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
          groups: [
            { name: 'early', test: /preload-helper|portal\/src\/(api\/early|account\/trace)\.ts$/, priority: 4 },
            { name: 'base', test: base, priority: 3 },
            { name: 'start', test: /portal\/src\/begin\.tsx$/, priority: 2 },
            { name: 'office', test: office, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
});
