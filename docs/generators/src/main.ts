import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedPages, root } from './pages';

const args = process.argv.slice(2);
if (args.length > 0) {
  console.log('npm run docs      writes what is generated in docs/ anew; it takes no arguments');
  process.exitCode = args.includes('--help') ? 0 : 1;
} else {
  for (const { path, content } of generatedPages()) {
    writeFileSync(join(root, path), content);
    console.log(`written ${path}`);
  }
}
