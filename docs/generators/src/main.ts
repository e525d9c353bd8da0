import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedPages, root } from './pages';

for (const { path, content } of generatedPages()) {
  writeFileSync(join(root, path), content);
  console.log(`written ${path}`);
}
