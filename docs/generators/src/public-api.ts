import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { anEnvironment } from '@dengke/test-kit';

const run = promisify(execFile);
const services = ['accounts', 'achievements', 'notifications'] as const;

export interface PublicApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
}
interface Operation {
  parameters?: { name: string; in: string }[];
  responses: Record<string, unknown>;
}

/** The public OpenAPI as the built services and the gateway say it, without starting any of them. */
export async function publicApi(root: string): Promise<PublicApi> {
  const folder = mkdtempSync(join(tmpdir(), 'dengke-openapi-'));
  const of = (name: string): string => join(folder, name);
  const environment = anEnvironment({
    DENGKE_FILES_DIR: folder,
    DENGKE_SIGNING_KEY_FILE: of('signing-key.pem'),
    DENGKE_MAIL_URL: 'smtp://127.0.0.1:1',
  });
  const program = (name: string, to: string) =>
    run(process.execPath, [join(root, 'services', name, 'dist/open-api.js'), to], { cwd: folder, env: environment });
  try {
    await Promise.all(services.map((name) => program(name, of(`${name}.json`))));
    await program('gateway', folder);
    return JSON.parse(readFileSync(join(folder, 'gateway.json'), 'utf8')) as PublicApi;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
