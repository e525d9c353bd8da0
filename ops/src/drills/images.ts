import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, stat } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endingWithUs, freePorts, nodeProcesses, poll, readWithLoader, runProgram } from '@dengke/local';
import type { Verdict } from './drill';
import type { PlainImage } from './images/plain-build';
import { buildPlainly, discard } from './images/plain-build';

/**
 * What of the containers can be done without an engine: their files read by Docker Compose's own loader, the Dockerfile performed in a plain directory, and from
 * what comes of it each process started, the gateway by TLS.
 */
export async function imagesDrill(say: (line: string) => void): Promise<Verdict> {
  const began = performance.now();
  const { containers, faults } = await readWithLoader(say);
  const folder = await mkdtemp(join(tmpdir(), 'dengke-image-'));
  try {
    const image = await buildPlainly(folder, say);
    const app = join(image.root, image.directory);
    faults.push(...(await notNeeded(app)), ...(await startEach(image, app)), ...(await gatewayAnswers(image, app, folder, say)));
    const { files, bytes } = await sizeOf(image.root);
    const build = { steps: image.steps, notPerformed: [...image.notPerformed], files, megabytes: Math.round(bytes / 2 ** 20) };
    return {
      figures: { containers, ...build, processes: nodeProcesses.length, seconds: Math.round((performance.now() - began) / 1_000) },
      faults,
    };
  } finally {
    await discard(folder);
  }
}

/** What is for building, testing or this house alone has no place in an image. */
async function notNeeded(app: string): Promise<string[]> {
  const tools = ['typescript', 'jest', 'nx', 'eslint', 'vite', '@temporalio/testing'].map((name) => `node_modules/${name}`);
  const unwanted = [...tools, 'infra/docker/secrets', '.git', '.dengke', '.env', 'e2e', 'season'];
  return unwanted.filter((path) => existsSync(join(app, path))).map((path) => `the image holds ${path}`);
}

/** With nothing configured each names what it lacks: by then it has loaded all that it is made of. */
async function startEach(image: PlainImage, app: string): Promise<string[]> {
  const env = { PATH: process.env['PATH'], ...image.environment };
  const [command = '', ...args] = image.entrypoint;
  const started = nodeProcesses.map(async (name) => {
    const folder = name === 'worker' ? 'workflows/worker' : `services/${name}`;
    return [name, await runProgram(command, args, { cwd: app, env: { ...env, DENGKE_PROCESS: folder }, timeoutMs: 60_000 })] as const;
  });
  const migrated = ['accounts', 'achievements', 'notifications'].map(
    async (name) =>
      [
        `migrations of ${name}`,
        await runProgram('node', [`services/${name}/dist/migrate.js`], { cwd: app, env, timeoutMs: 60_000 }),
      ] as const,
  );
  const ended = await Promise.all([...started, ...migrated]);
  return ended
    .filter(([, { code, output }]) => code === 0 || !output.includes('The configuration is not complete: DENGKE_'))
    .map(([name, { code, output }]) => `${name} ended with ${code}: ${output.trim().slice(-300)}`);
}

/** The gateway with what create-secrets.mjs makes: it shows the portal by TLS and answers nobody plainly, and the health check knows whether it is there. */
async function gatewayAnswers(image: PlainImage, app: string, folder: string, say: (line: string) => void): Promise<string[]> {
  say('image: the gateway answers by TLS');
  const secrets = join(folder, 'secrets');
  await runProgram('node', [join(app, 'infra/docker/create-secrets.mjs'), secrets]);
  const { gateway: port } = await freePorts();
  const tls = (name: string): string => join(secrets, 'tls', name);
  const env = {
    ...{
      PATH: process.env['PATH'],
      ...image.environment,
      DENGKE_PROCESS: 'services/gateway',
      DENGKE_PORT: String(port),
      DENGKE_HOST: '127.0.0.1',
    },
    ...{ DENGKE_SERVICE_SECRET_FILE: join(secrets, 'service_secret'), NODE_EXTRA_CA_CERTS: tls('authority.pem') },
    ...{ DENGKE_TLS_CA_FILE: tls('authority.pem'), DENGKE_TLS_CERT_FILE: tls('gateway.pem'), DENGKE_TLS_KEY_FILE: tls('gateway-key.pem') },
  };
  const [command = '', ...args] = image.entrypoint;
  const gateway = spawn(...endingWithUs(command, args), { cwd: app, env, stdio: 'ignore' });
  try {
    const ca = await readFile(tls('authority.pem'));
    const ask = (path: string): Promise<number> =>
      new Promise((settle, fail) =>
        request({ host: '127.0.0.1', port, path, ca, headers: { accept: 'text/html' } }, (answer) =>
          settle(answer.resume().statusCode ?? 0),
        )
          .on('error', fail)
          .end(),
      );
    const lives = await poll(async () => (await ask('/health/live').catch(() => 0)) === 200, { withinMs: 30_000, everyMs: 200 });
    if (!lives) {
      return ['the gateway of the image does not answer by TLS'];
    }
    const plain = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    const health = () => runProgram('node', ['infra/docker/is-ready.mjs'], { cwd: app, env });
    const [whileItLives, page] = [(await health()).code, await ask('/')];
    gateway.kill('SIGKILL');
    await once(gateway, 'exit');
    return [
      ...(page === 200 ? [] : ['the gateway of the image has no portal']),
      ...(plain ? ['the gateway of the image answers plainly'] : []),
      ...(whileItLives === 0 ? [] : ['the health check of the image takes a gateway that answers for one that does not']),
      ...((await health()).code === 1 ? [] : ['the health check of the image takes a gateway that is gone for one that answers']),
    ];
  } finally {
    gateway.kill('SIGKILL');
  }
}

async function sizeOf(folder: string): Promise<{ files: number; bytes: number }> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const sizes = await Promise.all(entries.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size));
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
