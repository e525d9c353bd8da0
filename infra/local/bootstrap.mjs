// Entry of the npm scripts. Plain Node without dependencies: it may run before anything is installed.
//   node infra/local/bootstrap.mjs start|stop|status|test …    commands of infra/local
//   node infra/local/bootstrap.mjs tool <built file> …         any other built program
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const logs = join(root, '.dengke', 'logs');
const main = join(root, 'infra', 'local', 'dist', 'main.js');
const since = performance.now();
const say = (line) => process.stdout.write(`[${((performance.now() - since) / 1000).toFixed(1).padStart(6)} s] ${line}\n`);

class Trouble extends Error {}

const requireNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19) || major >= 26) {
    throw new Trouble(`Dengke runs on Node 20.19 to 25; this is ${process.versions.node}. Node 24 is the one to install.`);
  }
};

/** npm writes the hidden lockfile last, so an interrupted install does not look complete. */
const isInstalled = () => {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) {
    return false;
  }
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = packages(hidden);
  return Object.entries(packages(join(root, 'package-lock.json'))).every(
    ([path, wanted]) =>
      path === '' || (installed[path] === undefined ? wanted.optional === true : installed[path].version === wanted.version),
  );
};

const install = async () => {
  if (isInstalled()) {
    return;
  }
  say('installing the npm packages of package-lock.json (about a minute)');
  const npm = process.env.npm_execpath;
  const [command, args] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  await run('installing', command, [...args, 'ci', '--no-audit', '--no-fund'], 'npm-ci.log');
};

/** What the last build was made of (path, size, time of every source) and the folders it made; nx need not be asked while both stand. */
const builtStamp = join(root, '.dengke', 'built.json');

const sources = () => {
  const hash = createHash('sha256').update(process.versions.node);
  const built = [];
  const walk = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory() && entry.name === 'dist') {
        built.push(path);
      } else if (entry.isDirectory() && entry.name !== 'node_modules') {
        walk(path);
      } else if (entry.isFile()) {
        const { size, mtimeMs } = statSync(join(root, path));
        hash.update(`${path} ${size} ${mtimeMs}\n`);
      }
    }
  };
  const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  [...new Set(workspaces.map((pattern) => pattern.split('/')[0]))].filter((folder) => existsSync(join(root, folder))).forEach(walk);
  ['.swcrc', 'nx.json', 'package.json', 'package-lock.json', 'tsconfig.base.json'].forEach((file) =>
    hash.update(readFileSync(join(root, file))),
  );
  return { digest: hash.digest('hex'), built };
};

const build = async () => {
  const before = sources();
  const last = existsSync(builtStamp) ? JSON.parse(readFileSync(builtStamp, 'utf8')) : { digest: '', built: [] };
  if (last.digest === before.digest && last.built.every((folder) => before.built.includes(folder))) {
    return;
  }
  say('building what has changed');
  await run('building', process.execPath, [realpathSync(join(root, 'node_modules', '.bin', 'nx')), 'run-many', '-t', 'build'], 'build.log');
  writeFileSync(builtStamp, JSON.stringify({ digest: before.digest, built: sources().built }));
};

/** Runs a program with its output in a log; shows that it is still there, and the end of the log when it fails. */
const run = (doing, command, args, logName) =>
  new Promise((settle, refuse) => {
    const log = join(logs, logName);
    const output = openSync(log, 'w');
    const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_INTERACTIVE: 'false', FORCE_COLOR: '0' };
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', output, output] });
    closeSync(output);
    const heartbeat = setInterval(() => say(`… still ${doing}`), 15_000);
    child.once('error', (error) => refuse(new Trouble(`${command} cannot be started: ${error.message}`)));
    child.once('close', (code) => {
      clearInterval(heartbeat);
      const tail = () => readFileSync(log, 'utf8').trimEnd().split('\n').slice(-25).join('\n');
      code === 0 ? settle() : refuse(new Trouble(`${doing} failed; the end of ${log}:\n${tail()}`));
    });
  });

/** A tool that walks the running system finds it where `npm start` wrote its addresses down. */
const tellAddresses = () => {
  const file = join(process.env.DENGKE_DIR ?? join(root, '.dengke'), 'stack.json');
  if (existsSync(file)) {
    const { publicUrl } = JSON.parse(readFileSync(file, 'utf8'));
    process.env.DENGKE_PUBLIC_URL ??= publicUrl;
  }
};

/** The program goes on in this process, so that Ctrl-C meets one process that ends everything in order. */
const goOn = async (file, args) => {
  process.argv = [process.execPath, file, ...args];
  await import(pathToFileURL(file).href);
};

const [command = '', ...args] = process.argv.slice(2);
try {
  requireNode();
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  if (command === 'stop' && !existsSync(main)) {
    say('nothing was running');
  } else {
    if (command !== 'stop' && command !== 'status') {
      await install();
      await build();
    }
    if (command === 'tool') {
      tellAddresses();
    }
    await (command === 'tool' ? goOn(resolve(root, args[0] ?? ''), args.slice(1)) : goOn(main, [command, ...args]));
  }
} catch (error) {
  process.stderr.write(`\n${error instanceof Trouble ? error.message : error.stack}\n`);
  if (command === 'test') {
    process.stdout.write('Tests: 0 passed, 1 failed\n');
  }
  process.exit(1);
}
