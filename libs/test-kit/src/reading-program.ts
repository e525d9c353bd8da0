import { execFileSync } from 'node:child_process';

/** As much as a program may say of one document. */
const maxBuffer = 2 ** 28;

/** What another program than the one that made it says of a document; `npm test` installs such programs where they are missing. */
export function readWith(program: string, debianPackage: string, args: readonly string[], document: Buffer): string {
  try {
    return execFileSync(program, args, { input: document, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'], maxBuffer });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new Error(`${program} is missing: install ${debianPackage}`) : error;
  }
}
