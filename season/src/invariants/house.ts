import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serviceSecretHeader, submissionWorkflowId } from '@dengke/contract';
import type { Reconciliation } from '@dengke/contract';
import { Refused } from '@dengke/e2e';
import { databaseOptions, exportLedger, verifyExport } from '@dengke/service-kit';
import { DataSource } from 'typeorm';
import { request } from 'undici';
import type { Invariant, Scene } from './scene';
import { rowsOf, submissionsOf } from './stores';
import type { Owner } from './stores';

const over = ['reported', 'rejected', 'withdrawn', 'closed'];

/** Every workflow has followed its ledger to the last number; those of what is over have ended, and no others. */
export const followed: Invariant = async (scene) => {
  const { services, secret, clock } = scene.house;
  const found = await Promise.all(
    services.map(async (service) => {
      const answer = await request(`${service}/internal/reconciliation?after=0`, { headers: { [serviceSecretHeader]: secret } });
      const said = (await answer.body.json()) as Reconciliation;
      return answer.statusCode === 200 ? [...said.found, ...said.silent] : [`${service} answers ${answer.statusCode}`];
    }),
  );
  const [submissions, { ids }] = [await submissionsOf(scene), await clock.running()];
  const astray = submissions.filter(({ serial, state }) => ids.has(submissionWorkflowId(serial)) === over.includes(state));
  return [
    ...found.flat().map((one) => JSON.stringify(one)),
    ...astray.map(({ serial, state }) => `${serial} is ${state}, and its workflow has ${over.includes(state) ? 'not ' : ''}ended`),
  ];
};

/** The chain of every subject is whole. */
export const chainIsWhole: Invariant = async ({ addresses }) => {
  const owners: Owner[] = ['accounts', 'achievements', 'notifications'];
  const faults = await Promise.all(
    owners.map(async (owner) => {
      const database = await new DataSource(databaseOptions(addresses.databaseUrls[owner] ?? '', [], [])).initialize();
      try {
        return (await verifyExport(exportLedger(database, owner, '1970-01-01T00:00:00.000Z'))).faults;
      } finally {
        await database.destroy();
      }
    }),
  );
  return faults.flat().map((fault) => JSON.stringify(fault));
};

/** Of everybody with reminders one digest a day, and nobody has one without. */
export const oneDigest: Invariant = async (scene) => {
  const days = (table: string, person: string, day: string) =>
    rowsOf<{ of: string }>(scene, 'notifications', `SELECT DISTINCT CONCAT(${person}, ' ', ${day}) AS \`of\` FROM ${table}`);
  const [reminded, digests] = await Promise.all([days('reminder', 'recipientId', 'remindedOn'), days('digest', 'personId', 'digestOn')]);
  const [one, other] = [new Set(reminded.map(({ of }) => of)), new Set(digests.map(({ of }) => of))];
  return [
    ...[...one].filter((of) => !other.has(of)).map((of) => `${of} was to be reminded and had no digest`),
    ...[...other].filter((of) => !one.has(of)).map((of) => `${of} had a digest of nothing`),
  ];
};

const PROBED = 5;

/** Whoever takes no part in a submission learns nothing of it: of some, the completers of another unit ask. */
export const insideItsPart: Invariant = async (scene) => {
  const submissions = (await submissionsOf(scene)).slice(-PROBED);
  const answers = await Promise.all(
    submissions.map(async ({ serial, unitId }) => ({ serial, answer: await asked(scene, serial, unitId) })),
  );
  return answers.flatMap(({ serial, answer }) => (answer === 'NOT_FOUND' ? [] : [`${serial}: another unit was answered ${answer}`]));
};

async function asked({ cast }: Scene, serial: string, unitId: string): Promise<string> {
  const stranger = cast.people.people.find(({ positions }) =>
    positions.some(({ role, organisationId }) => role === 'completer' && organisationId !== unitId),
  );
  try {
    await (await cast.as(stranger?.login ?? '')).read(`/submissions/${serial}`);
    return 'with its page';
  } catch (error) {
    if (error instanceof Refused) {
      return error.problem.code;
    }
    throw error;
  }
}

/** No log has the mobile of anybody. */
export const nobodyInLogs: Invariant = async ({ cast, directory }) => {
  const logs = join(directory, 'logs');
  const mobiles = cast.people.people.map(({ mobile }) => mobile);
  const found = await Promise.all(
    (await readdir(logs)).map(async (file) => {
      const text = await readFile(join(logs, file), 'utf8');
      return mobiles.filter((mobile) => text.includes(mobile)).map((mobile) => `${file} has ${mobile.slice(0, 3)}…`);
    }),
  );
  return found.flat();
};
