import type { WindowAccount } from '@dengke/contract';
import { organiserApplicationWorkflowId, serviceSecretHeader, windowOutcomes, withoutDay } from '@dengke/contract';
import { Workbook } from 'exceljs';
import { createConnection } from 'mysql2/promise';
import { request } from 'undici';
import type { Cast } from './cast';
import { letterDeadlines, observeLetters } from './observe-letters';
import type { Expected, Scenario, WindowCame } from './scenario';
import { clockOf } from './scenario';
import type { Play } from './play';
import type { Scene } from './invariants/scene';

/** What came of a season, in the shape of the expectation, so that the two can be compared line by line. */
export type Observed = Expected & { registrationNumbers: string[]; deadlinesChecked: number };

interface Sources {
  scenario: Scenario;
  play: Play;
  cast: Cast;
  notificationsUrl: string;
  achievementsDatabase: string;
  notificationsDatabase: string;
  secret: string;
}

const registrar = 'sx-kjt-1';
const superAdmin = 'sx-kjt-admin';

/** @param scenario up to where it has been played */
export async function observe({ play, cast, house, addresses }: Scene, scenario: Scenario): Promise<Observed> {
  const { notificationsUrl, databaseUrls } = addresses;
  return observed({
    ...{ scenario, play, cast, notificationsUrl, secret: house.secret },
    achievementsDatabase: databaseUrls.achievements ?? '',
    notificationsDatabase: databaseUrls.notifications ?? '',
  });
}

async function observed(sources: Sources): Promise<Observed> {
  const { play, cast, notificationsDatabase } = sources;
  const letterSources = { letters: play.letters, cast, notificationsDatabase };
  const refs = [...play.serials.keys()];
  const pages = await Promise.all(refs.map((ref) => endOf(sources, ref)));
  const timelines = await Promise.all(refs.map((ref) => byTimeOf(sources, ref)));
  const deadlines = await Promise.all(refs.map((ref) => deadlinesOf(sources, ref)));
  const applications = await Promise.all([...play.organisers.ids.entries()].map(([ref, id]) => applicationOf(sources, ref, id)));
  const windows = await Promise.all(play.announced.map(async (id) => [id, await windowCame(sources, id)] as const));
  const byId = new Map([
    ...deadlines.flatMap(({ ref, rows }) => rows.map(({ id }) => [id, ref] as const)),
    ...applications.map(({ ref, deadlineId }) => [deadlineId, ref] as const),
    ...(await letterDeadlines(letterSources)),
  ]);
  return {
    windows: Object.fromEntries(windows),
    refused: play.refused,
    ends: pages.map(({ end }) => end),
    applications: applications.map(({ end }) => end),
    byTime: [...timelines.flat(), ...applications.flatMap(({ byTime }) => byTime)],
    deadlines: deadlines.map(({ ref, rows }) => ({ refs: [ref], due: rows.map(({ about, dueOn }) => `${about} ${dueOn}`) })),
    reminders: await remindersOf(sources, byId),
    ...(await observeLetters(letterSources)),
    registrationNumbers: pages.flatMap(({ number }) => (number === null ? [] : [number])),
    deadlinesChecked: deadlines.reduce((sum, { rows }) => sum + rows.length, 0),
  };
}

async function windowCame(sources: Sources, id: string): Promise<WindowCame> {
  const organisations = sources.cast.people.organisations.map((organisation) => organisation.id);
  const accounts = await Promise.all(organisations.map(async (desk) => [desk, flat(await accountOf(sources, id, desk))] as const));
  const whole = await accountOf(sources, id);
  return {
    events: await windowEvents(sources, id),
    account: { ...flat(whole), refusedAtSubmit: whole.refusedAtSubmit },
    accounts: Object.fromEntries(accounts.filter(([, account]) => account.entered > 0)),
    sheets: await sheetsOf(sources, id),
  };
}

interface Page {
  progress: { state: string; mode: string; registrationNumber: string | null };
  windowOutcome: string | null;
  registrationYear: number;
  approvedOn: string | null;
}

async function endOf({ play, cast }: Sources, ref: string) {
  const page = await (await cast.as(registrar)).read<Page>(`/submissions/${play.serial(ref)}`);
  const { progress, windowOutcome, registrationYear, approvedOn } = page;
  const end = { refs: [ref], state: progress.state, mode: progress.mode, windowOutcome, registrationYear, approvedOn };
  return { end, number: progress.registrationNumber };
}

interface ApplicationPage {
  state: string;
  due: { dueOn: string } | null;
  timeline: { act: string; at: string }[];
}

async function applicationOf({ cast }: Sources, ref: string, id: string) {
  const { state, due, timeline } = await (await cast.as(superAdmin)).read<ApplicationPage>(`/organiser-applications/${id}`);
  const late = timeline.filter(({ act }) => act === 'escalate');
  const dueOn = due?.dueOn ?? null;
  return {
    ref,
    deadlineId: `${organiserApplicationWorkflowId(id)}@${dueOn}`,
    end: { refs: [ref], state, dueOn },
    byTime: late.map(({ act, at }): Expected['byTime'][number] => [act, clockOf(at), [ref]]),
  };
}

/** What time did by itself: late and cut off. */
async function byTimeOf({ play, cast }: Sources, ref: string): Promise<Expected['byTime']> {
  const timeline = await (await cast.as(registrar)).read<{ act: string; at: string }[]>(`/submissions/${play.serial(ref)}/timeline`);
  return timeline.filter(({ act }) => act === 'escalate' || act === 'carryOver').map(({ act, at }) => [act, clockOf(at), [ref]]);
}

async function deadlinesOf({ play, cast }: Sources, ref: string) {
  const path = `/submissions/${play.serial(ref)}/deadlines`;
  return { ref, rows: await (await cast.as(registrar)).read<{ id: string; about: string; dueOn: string }[]>(path) };
}

async function accountOf({ cast }: Sources, windowId: string, organisation?: string): Promise<WindowAccount> {
  const query = organisation === undefined ? '' : `?organisation=${organisation}`;
  return (await cast.as(registrar)).read(`/windows/${windowId}/account${query}`);
}

function flat({ entered, outcomes, residual }: WindowAccount): WindowCame['accounts'][string] {
  return { entered, ...(Object.fromEntries(windowOutcomes.map((name) => [name, outcomes[name]])) as typeof outcomes), residual };
}

/** The window's ledger, as the verdict reads the store itself. */
async function windowEvents({ achievementsDatabase }: Sources, id: string): Promise<WindowCame['events']> {
  const sql = 'SELECT kind, at FROM ledger_entry WHERE subject = ? ORDER BY number';
  const rows = await rowsOf<{ kind: string; at: Date }>(achievementsDatabase, sql, [`window/${id}`]);
  return rows.map(({ kind, at }) => [kind, clockOf(at.toISOString())]);
}

async function rowsOf<T>(database: string, sql: string, values: unknown[] = []): Promise<T[]> {
  const connection = await createConnection({ uri: database, timezone: 'Z' });
  try {
    const [rows] = await connection.query(sql, values);
    return rows as T[];
  } finally {
    await connection.end();
  }
}

async function remindersOf(
  { notificationsDatabase, notificationsUrl, secret, cast }: Sources,
  refOf: Map<string, string>,
): Promise<Expected['reminders']> {
  const days = await rowsOf<{ on: string }>(notificationsDatabase, 'SELECT DISTINCT CAST(remindedOn AS CHAR) AS `on` FROM reminder');
  const nameOf = (deadlineId: string): string => refOf.get(deadlineId) ?? refOf.get(withoutDay(deadlineId)) ?? deadlineId;
  const found = await Promise.all(
    days.map(async ({ on }) => {
      const answer = await request(`${notificationsUrl}/internal/reminders?on=${on}`, { headers: { [serviceSecretHeader]: secret } });
      return (await answer.body.json()) as { deadlineId: string; rung: string; recipient: string; on: string; digestOn: string | null }[];
    }),
  );
  return found
    .flat()
    .filter(({ on, digestOn }) => on === digestOn)
    .map(({ deadlineId, rung, recipient, on }) => [on, rung, [nameOf(deadlineId)], [cast.loginOf(recipient)]]);
}

/** The sheets as their readers get them: xlsx, head S87, columns S88, rows by the achievement's name. */
async function sheetsOf({ cast, scenario }: Sources, id: string): Promise<WindowCame['sheets']> {
  const client = await cast.as(registrar);
  const lines = await client.read<{ organisationId: string }[]>(`/windows/${id}/summary-sheets`);
  const sheets = lines.map(async ({ organisationId }) => {
    const workbook = new Workbook();
    const file = await client.download(`/windows/${id}/summary-sheets/${organisationId}`);
    await workbook.xlsx.load(file as never);
    return [organisationId, refsIn(workbook, scenario)] as const;
  });
  return Object.fromEntries(await Promise.all(sheets));
}

function refsIn(workbook: Workbook, { submissions }: Scenario): string[] {
  const rows = (workbook.worksheets[0]?.getSheetValues() ?? []) as (unknown[] | undefined)[];
  const head = rows.findIndex((row) => row?.slice(1).join() === '序号,项目名称,第一完成单位,第一完成人,联系方式');
  const items = rows.slice(head + 1).filter((row) => typeof row?.[1] === 'number');
  return items.map((row, index) => {
    const [ref] = Object.entries(submissions).find(([, { name }]) => name === row?.[2]) ?? [`unknown ${JSON.stringify(row)}`];
    return row?.[1] === index + 1 ? ref : `${ref} numbered ${String(row?.[1])}`;
  });
}
