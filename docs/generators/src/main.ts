import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiTypes } from './api-types';
import { generatedPages, root } from './pages';
import { publicApi } from './public-api';

const usage = `npm run docs                 writes what is generated in docs/ and the portal anew
npm run docs -- --check      writes nothing; fails when something is not as the sources say`;

async function main(args: readonly string[]): Promise<number> {
  if (args.some((arg) => arg !== '--check')) {
    console.log(usage);
    return args.includes('--help') ? 0 : 1;
  }
  const types = join(root, 'portal/src/api/public-api.d.ts');
  const files = [...generatedPages(), { path: 'portal/src/api/public-api.d.ts', content: await apiTypes(await publicApi(root), types) }];
  const different = files.filter(
    ({ path, content }) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== content,
  );
  if (args.includes('--check')) {
    different.forEach(({ path }) => console.log(`${path} is not as the sources say: npm run docs`));
    return different.length > 0 ? 1 : 0;
  }
  for (const { path, content } of files) {
    writeFileSync(join(root, path), content);
    console.log(`written ${path}`);
  }
  return 0;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
