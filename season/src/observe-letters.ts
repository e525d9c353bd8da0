import { Workbook } from 'exceljs';
import { createConnection } from 'mysql2/promise';
import type { Cast } from './cast';
import type { Letters } from './letters';
import type { Expected } from './scenario';
import { clockOf } from './scenario';

type LettersOf = Pick<Expected, 'gaps' | 'receipts' | 'told' | 'answers'>;

export interface LetterSources {
  letters: Letters;
  cast: Cast;
  notificationsDatabase: string;
}

type Count = 'addressees' | 'read' | 'signed' | 'forwarded' | 'answered';
type Level = Record<Count, number> & { noticeId: string; issuerId: string; sentence: string };
const copyInstants = ['readAt', 'signedAt', 'forwardedAt', 'answeredAt', 'escalatedAt'] as const;
type Addressee = { organisationId: string; state: string } & Record<(typeof copyInstants)[number], string | null>;

/** What came of the letters: the gap report as each issuer reads it, every receipt, who was told what, and the sheet of all answers. */
export async function observeLetters(sources: LetterSources): Promise<LettersOf> {
  const refs = [...sources.letters.ids.keys()];
  const reports = await Promise.all(refs.map((ref) => reportOf(sources, ref)));
  const receipts = await Promise.all(reports.map(({ ref, reader }) => receiptsOf(sources, ref, reader)));
  const asking = reports.filter(({ levels }) => levels[0]?.sentence !== '');
  const answers = await Promise.all(asking.map(async ({ ref, reader }) => [ref, await answersOf(sources, ref, reader)] as const));
  return {
    gaps: reports.flatMap(({ reader, ref, levels }) => levels.map((level) => gapOf(sources, reader, ref, level))),
    receipts: receipts.flat(),
    told: await toldOf(sources),
    answers: Object.fromEntries(answers),
  };
}

/** Of each answer and receipt that is waited for, the letter that asks: the ledger of reminders knows it by the copy. */
export async function letterDeadlines({ letters, notificationsDatabase }: LetterSources): Promise<Map<string, string>> {
  const rows = await rowsOf<{ id: string; noticeId: string; dueOn: string | null }>(
    notificationsDatabase,
    `SELECT c.id, c.noticeId, n.dueOn FROM notice_copy c JOIN notice n ON n.id = c.noticeId`,
  );
  return new Map(rows.map(({ id, noticeId, dueOn }) => [`notice-copy/${id}@${dueOn ?? 'receipt'}`, letters.refOf(noticeId)]));
}

async function reportOf({ letters, cast }: LetterSources, ref: string) {
  const id = letters.ids.get(ref) ?? '';
  const reader = letters.senderOf(ref);
  return { ref, reader, levels: await (await cast.as(reader)).read<Level[]>(`/notices/${id}/gaps`) };
}

function gapOf({ letters }: LetterSources, reader: string, ref: string, level: Level): Expected['gaps'][number] {
  const { addressees, read, signed, forwarded, answered, sentence } = level;
  return [reader, ref, letters.refOf(level.noticeId), [addressees, read, signed, forwarded, answered], sentence];
}

async function receiptsOf({ letters, cast }: LetterSources, ref: string, reader: string): Promise<Expected['receipts']> {
  const path = `/notices/${letters.ids.get(ref)}/addressees?limit=500`;
  const lines = await (await cast.as(reader)).read<Addressee[]>(path);
  return lines.map((line) => {
    const reached = copyInstants.flatMap((name) => {
      const at = line[name];
      return at === null ? [] : [[name.replace('At', ''), clockOf(at)] as const];
    });
    return [ref, line.state, Object.fromEntries(reached), [line.organisationId]];
  });
}

/** Everything that was told of letters, to whomever, as the inboxes hold it. */
async function toldOf({ letters, cast, notificationsDatabase }: LetterSources): Promise<Expected['told']> {
  const rows = await rowsOf<{ kind: string; at: Date; about: { noticeId: string } | string; recipientId: string }>(
    notificationsDatabase,
    `SELECT kind, at, about, recipientId FROM message WHERE kind LIKE 'notice.%'`,
  );
  return rows.map(({ kind, at, about, recipientId }) => {
    const { noticeId } = typeof about === 'string' ? (JSON.parse(about) as { noticeId: string }) : about;
    return [kind.replace('notice.', ''), clockOf(at.toISOString()), letters.refOf(noticeId), [cast.loginOf(recipientId)]];
  });
}

/** The sheet of all answers as its reader gets it: whose form came back, and whose did not. */
async function answersOf({ letters, cast }: LetterSources, ref: string, reader: string): Promise<Expected['answers'][string]> {
  const workbook = new Workbook();
  const file = await (await cast.as(reader)).download(`/notices/${letters.ids.get(ref)}/answers`);
  await workbook.xlsx.load(file as never);
  const rows = (workbook.worksheets[0]?.getSheetValues() ?? []) as (unknown[] | undefined)[];
  const lines = rows.filter((row) => typeof row?.[1] === 'number').map((row) => ({ name: textIn(row, 3), unit: textIn(row, 5) }));
  return {
    answered: lines.filter(({ name, unit }) => name === unit).map(({ name }) => name),
    missing: lines.filter(({ unit }) => unit === '').map(({ name }) => name),
  };
}

const textIn = (row: unknown[] | undefined, column: number): string => {
  const cell = row?.[column];
  return typeof cell === 'string' ? cell : '';
};

async function rowsOf<Row>(database: string, sql: string): Promise<Row[]> {
  const connection = await createConnection({ uri: database, timezone: 'Z', dateStrings: ['DATE'] });
  try {
    const [rows] = await connection.query(sql);
    return rows as Row[];
  } finally {
    await connection.end();
  }
}
