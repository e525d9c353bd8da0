import { gzipSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';
import { chunksOf, chunkWith, filesIn, withImports } from './chunks.mts';

/** Of 130 KB, one is left for what a page asks for once it is there. */
const forEverybody = 129 * 1024;
/** The gzipped script, in bytes, that a browser may have to load before it shows a page: its chunks and whatever those import. */
const bounds = {
  public: { most: forEverybody, pages: /^public\/(?!apply).*\.page\.tsx$/, besides: ['messages/zh/visitors.ts'] },
  applying: { most: forEverybody, pages: /^public\/apply.*\.page\.tsx$/, besides: ['messages/zh/applying.ts'] },
  start: { most: forEverybody, pages: /^shell\/welcome\.page\.tsx$/, besides: [] },
  'sign-in': { most: forEverybody, pages: /^account\/sign-in\.page\.tsx$/, besides: ['messages/zh/account.ts'] },
  queue: {
    ...{ most: 400 * 1024, pages: /^review\/queue\.page\.tsx$/ },
    besides: [
      'signed-in.routes.ts',
      'shell/signed-in.layout.tsx',
      ...['journey', 'problems', 'review'].map((part) => `messages/zh/${part}.ts`),
    ],
  },
};
const always = ['main.tsx', 'messages/zh/shell.ts'];

/** Ends a build in which a page has grown too heavy for the lines of public offices; says every time how heavy each is. */
export const scriptBounds = (): Plugin => ({
  name: 'script-bounds',
  apply: 'build',
  generateBundle: (_, bundle) => {
    const chunks = chunksOf(bundle);
    const weights = Object.entries(bounds).map(([page, { most, pages, besides }]) => {
      const begun = [...always, ...besides].map((file) => chunkWith(chunks, file));
      const opened = chunks.filter((chunk) => filesIn(chunk).some((file) => pages.test(file)));
      const each = opened.map((chunk) => weightOf(withImports(chunks, [...begun, chunk])));
      return { page, most, bytes: each.length === 0 ? Infinity : Math.max(...each) };
    });
    weights.forEach(({ page, most, bytes }) => console.log(`script of ${page}: ${bytes} bytes gzipped, at most ${most}`));
    const heavy = weights.filter(({ bytes, most }) => bytes > most);
    if (heavy.length > 0) {
      throw new Error(`Too much script: ${heavy.map(({ page, bytes, most }) => `${page} ${bytes} > ${most}`).join(', ')}`);
    }
  },
});

const weightOf = (chunks: Iterable<Rollup.OutputChunk>): number =>
  [...chunks].reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
