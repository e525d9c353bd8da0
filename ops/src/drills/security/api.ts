import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demonstrationPeople, somebodyAt } from '@dengke/e2e';
import type { DemonstrationPerson } from '@dengke/e2e';
import { findSchemathesis, lastLines, runProgram, startStack } from '@dengke/local';
import { generateSync } from 'otplib';
import { request } from 'undici';

/** For each person; reading the document takes the tool a good part of it. */
const SECONDS = 120;
/** They would end the session or the login that the others of the run use. */
const ownEnd = '/sessions|/password|/second-factor|/me';

/**
 * Requests made from the public OpenAPI, as somebody without an account, a completer, an organiser's manager and the department's super
 * administrator would send them, good and bad, through the gateway of a house of its own: no answer may be a server error.
 */
export async function askEverything(
  say: (line: string) => void,
  seed = Math.floor(Date.now() / 1000),
): Promise<{ figures: Record<string, unknown>; faults: string[] }> {
  const program = await findSchemathesis(say);
  const directory = await mkdtemp(join(tmpdir(), 'dengke-drill-'));
  say('starting a house of its own');
  const env = { gateway: { DENGKE_RATE_PER_SESSION: '100000', DENGKE_RATE_PER_ADDRESS: '100000' } };
  const stack = await startStack({ dir: directory, temporal: 'dev', profile: 'local', supervise: true, env });
  try {
    const { publicUrl } = stack.addresses;
    const faults: string[] = [];
    const asked: Record<string, object> = {};
    for (const [who, session] of await sessions(publicUrl)) {
      say(`${who} asks for ${SECONDS} s, seed ${seed}`);
      const found = await ask(program, publicUrl, session, seed, directory);
      asked[who] = found.asked;
      faults.push(...found.faults.map((fault) => `${who}: ${fault}`));
    }
    return { figures: { seed, asked }, faults };
  } finally {
    await stack.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

async function ask(program: string, address: string, session: string | null, seed: number, cwd: string) {
  const args = [
    ...['run', `${address}/api/openapi.json`, '--checks', 'not_a_server_error', '--phases', 'coverage,fuzzing', '--mode', 'all'],
    ...['--max-time', String(SECONDS), '--seed', String(seed), '--workers', '2', '--no-shrink', '--continue-on-failure', '--no-color'],
    ...['--request-timeout', '30', '--warnings', 'off', '--exclude-path-regex', ownEnd],
    ...(session === null ? [] : ['--header', `Authorization: Session ${session}`]),
  ];
  const { output } = await runProgram(program, args, { cwd, env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } });
  const [, generated = 0, passed = 0] = (/([\d,]+) generated, ([\d,]+) passed/.exec(output) ?? []).map((text) =>
    Number(text.replaceAll(',', '')),
  );
  const faults = generated > 0 && passed === generated ? [] : [`of ${generated} requests ${passed} passed:\n${lastLines(output, 60)}`];
  const [, tried = 0] = (/Tested: (\d+)/.exec(output) ?? []).map(Number);
  // Operations for which the tool itself could make no requests.
  const [, gaveUp = 0] = (/Runtime Error: (\d+)/.exec(output) ?? []).map(Number);
  return { asked: { requests: generated, operations: tried, gaveUp }, faults };
}

async function sessions(address: string): Promise<[string, string | null][]> {
  const people = await demonstrationPeople();
  const signedIn = async (person: DemonstrationPerson): Promise<string> => {
    const code = person.totpSecret === undefined ? {} : { code: generateSync({ secret: person.totpSecret }) };
    const { statusCode, headers, body } = await request(`${address}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: person.login, password: people.password, ...code }),
    });
    await body.dump();
    const session = headers['x-dengke-session'];
    if (typeof session !== 'string') {
      throw new Error(`${person.login} could not sign in: ${statusCode}`);
    }
    return session;
  };
  return [
    ['nobody', null],
    ['a completer', await signedIn(somebodyAt(people, 'unit-zhangling-coal', 'completer'))],
    ['a manager', await signedIn(somebodyAt(people, 'org-sx-energy', 'manager'))],
    ['the department', await signedIn(somebodyAt(people, 'org-sx-kjt', 'superAdmin'))],
  ];
}
