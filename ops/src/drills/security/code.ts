import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findNjsscanRules, findSemgrep, repositoryRoot, runProgram, SetupError } from '@dengke/local';
import { parse } from 'yaml';

const ownRules = join(repositoryRoot, 'infra/security/rules.yaml');
const judgedFile = join(repositoryRoot, 'infra/security/judged.yaml');
const places = ['services', 'libs', 'ops', 'workflows', 'portal', 'infra'];
/** Whose findings say nothing here: they hold each object or pattern for an attack, and our own specs time both (`validation.spec`, `bad-evidence.spec`). */
const leftOut = new Set([
  'regex_dos.yaml',
  'layer7_object_dos.yaml',
  'good_anti_csrf.yaml',
  'good_helmet_checks.yaml',
  'good_ratelimiting.yaml',
]);
/** They look at no test, nor at what is built or foreign. */
const skipped = ['node_modules', 'dist', '.dengke', '*.spec.ts', 'testing', 'migrations'];

interface Rule {
  id: string;
  metadata: { bites: string; passes: string };
}
/** A finding of a rule that is not ours, looked at and left. */
interface Judged {
  rule: string;
  file: string;
  line: string;
  reason: string;
}
interface Scanned {
  results: { check_id: string; path: string; start: { line: number } }[];
  errors: { type: unknown; message: string }[];
  paths: { scanned: string[] };
}

/** Own rules, each tried on its two samples first, and those of njsscan. @returns figures and what was found */
export async function searchCode(say: (line: string) => void): Promise<{ figures: Record<string, unknown>; faults: string[] }> {
  const semgrep = await findSemgrep(say);
  const folder = await mkdtemp(join(tmpdir(), 'dengke-rules-'));
  try {
    const { rules } = parse(await readFile(ownRules, 'utf8')) as { rules: Rule[] };
    say(`${rules.length} rules of our own are tried on their samples`);
    const blunt = await bluntRules(semgrep, rules, join(folder, 'samples'));
    say('and look at the code');
    const own = await scan(semgrep, ownRules, repositoryRoot, places);
    say('so do those of njsscan');
    const foreign = await scan(semgrep, await forTypeScript(await findNjsscanRules(say), join(folder, 'njsscan')), repositoryRoot, [
      'services',
      'libs/service-kit',
      'libs/print',
    ]);
    const judged = parse(await readFile(judgedFile, 'utf8')) as Judged[];
    return {
      figures: {
        ...{ ownRules: rules.length, files: own.paths.scanned.length, njsscanFiles: foreign.paths.scanned.length },
        ...{ judged: judged.length, njsscanGaveUp: foreign.errors.length },
      },
      faults: [...blunt, ...own.results.map(lineOf), ...own.errors.map(faultOf), ...(await unjudged(foreign.results, judged))],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What nobody has judged, and judgements upon what is not found any more. */
async function unjudged(found: Scanned['results'], judged: readonly Judged[]): Promise<string[]> {
  const left = new Set<Judged>();
  const faults: string[] = [];
  for (const one of found) {
    const line = (await readFile(join(repositoryRoot, one.path), 'utf8')).split('\n')[one.start.line - 1] ?? '';
    const as = judged.find((other) => other.rule === nameOf(one.check_id) && other.file === one.path && line.includes(other.line));
    if (as === undefined || as.reason === '') {
      faults.push(lineOf(one));
    } else {
      left.add(as);
    }
  }
  return [
    ...faults,
    ...judged.filter((one) => !left.has(one)).map(({ rule, file }) => `judged, but not found any more: ${rule} in ${file}`),
  ];
}

/** A rule that lets its bad sample through, or bites the good one. */
async function bluntRules(semgrep: string, rules: readonly Rule[], folder: string): Promise<string[]> {
  const place = (id: string, kind: 'bites' | 'passes'): string =>
    `${id === 'markup-from-text' ? 'portal' : 'services'}/sample/src/${id}.${kind}.${id === 'markup-from-text' ? 'tsx' : 'ts'}`;
  for (const { id, metadata } of rules) {
    for (const kind of ['bites', 'passes'] as const) {
      const file = join(folder, place(id, kind));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, metadata[kind]);
    }
  }
  const { results, errors } = await scan(semgrep, ownRules, folder, ['.']);
  const bitten = (id: string, kind: 'bites' | 'passes'): boolean =>
    results.some(({ check_id, path }) => nameOf(check_id) === id && path.endsWith(place(id, kind)));
  return [
    ...errors.map(faultOf),
    ...rules.flatMap(({ id }) => [
      ...(bitten(id, 'bites') ? [] : [`the rule ${id} lets its bad sample through`]),
      ...(bitten(id, 'passes') ? [`the rule ${id} bites its good sample`] : []),
    ]),
  ];
}

async function scan(semgrep: string, rules: string, cwd: string, targets: readonly string[]): Promise<Scanned> {
  const file = join(await mkdtemp(join(tmpdir(), 'dengke-found-')), 'found.json');
  const quiet = ['--no-git-ignore', '--json', '--output', file, '--quiet', '--jobs', '1', '--timeout', '20'];
  const env = { ...process.env, SEMGREP_SEND_METRICS: 'off', SEMGREP_ENABLE_VERSION_CHECK: '0' };
  const args = ['scan', '--config', rules, ...quiet, ...skipped.flatMap((one) => ['--exclude', one]), ...targets];
  const { code, output } = await runProgram(semgrep, args, { env, cwd });
  const found = await readFile(file, 'utf8').catch(() => '');
  await rm(dirname(file), { recursive: true, force: true });
  if (found === '') {
    throw new SetupError(`semgrep ended with ${code} and found nothing to say:\n${output}`);
  }
  return JSON.parse(found) as Scanned;
}

/** njsscan's rules name JavaScript alone; semgrep reads TypeScript by the same patterns. */
async function forTypeScript(rules: string, folder: string): Promise<string> {
  await cp(rules, folder, { recursive: true });
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && leftOut.has(entry.name)) {
      await rm(path);
    } else if (entry.isFile() && entry.name.endsWith('.yaml')) {
      await writeFile(path, (await readFile(path, 'utf8')).replace(/^(\s*)- javascript$/gm, '$1- typescript'));
    }
  }
  return folder;
}

const nameOf = (checkId: string): string => checkId.split('.').at(-1) ?? checkId;
const lineOf = ({ check_id, path, start }: Scanned['results'][number]): string => `${nameOf(check_id)}: ${path}:${start.line}`;
const faultOf = ({ message }: Scanned['errors'][number]): string => `semgrep could not read: ${message.split('\n', 1)[0]}`;
