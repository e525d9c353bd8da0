// Adds to package-lock.json the optional binaries of other platforms that the registry at hand does not have:
//   node infra/local/complete-lockfile.mjs
// npm leaves out of the lockfile what it cannot find, and `npm ci` then refuses the lockfile on every machine. With an entry (version and
// platform) npm skips what is not for this machine without asking for it. To be run after `npm install` changed the lockfile.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const file = join(resolve(dirname(fileURLToPath(import.meta.url)), '..', '..'), 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const systems = ['darwin', 'linux', 'win32', 'android', 'freebsd', 'openharmony', 'wasm32', 'aix', 'netbsd', 'openbsd', 'sunos'];
const processors = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32'];

/** Where node finds a package from within another: beside it, or in a folder above. */
const found = (from, name) => {
  for (let at = from; ; at = at.slice(0, at.lastIndexOf('node_modules/')).replace(/\/$/, '')) {
    const place = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (lock.packages[place] !== undefined) {
      return place;
    }
    if (!at.includes('node_modules/')) {
      return lock.packages[`node_modules/${name}`] === undefined ? undefined : `node_modules/${name}`;
    }
  }
};

/** core-linux-arm64-musl → linux, arm64, musl */
const platformOf = (name) => {
  const words = name.split(/[/-]/);
  const cpu = processors.filter((processor) => words.includes(processor));
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : words.some((word) => word.startsWith('gnu')) ? ['glibc'] : [];
  return { os: systems.filter((system) => words.includes(system)), cpu, libc };
};

let added = 0;
for (const [path, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const { os, cpu, libc } = platformOf(name);
    if (found(path, name) !== undefined) {
      continue;
    }
    if (!/^\d+\.\d+\.\d+/.test(version) || os.length !== 1 || cpu.length !== 1) {
      throw new Error(`${path} wants ${name}@${version}, which is not in the lockfile and names no platform`);
    }
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu,
      ...(dev ? { dev } : {}),
      ...(libc.length > 0 ? { libc } : {}),
      optional: true,
      os,
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([one], [other]) => one.localeCompare(other, 'en')));
writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
process.stdout.write(`${added} entries added\n`);
