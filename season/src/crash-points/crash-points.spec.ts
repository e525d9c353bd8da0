import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commitOf } from './commits';
import { Fuse } from './fuse';
import { mailedOnce, messageIdOf } from './mails';
import { crashPoints, nameOf } from './points';

describe('the crash points', () => {
  it('are sixteen things, each before and after, with a name of its own', () => {
    expect(new Set(crashPoints.map(nameOf)).size).toBe(32);
    expect(crashPoints.map(nameOf)).toContain('achievements after the signal of facts');
  });

  it('tell transactions apart by what is said in them', () => {
    const entry = 'BEGIN NOT ATOMIC\nINSERT INTO ledger_entry\n  (subject) VALUES (?);\nEND';
    expect(commitOf(['START TRANSACTION', 'INSERT INTO act_receipt (personId) VALUES (?)', entry])).toBe('commit of an act');
    expect(commitOf(['START TRANSACTION', entry])).toBe('commit of an activity');
    expect(commitOf(['START TRANSACTION', 'UPDATE feed_cursor SET position = ?', entry])).toBe('commit of a feed step');
    const numbered = ['INSERT INTO feed_number (feedNumber, entryId) VALUES ?', 'DELETE FROM outbox WHERE id IN (?)'];
    expect(commitOf(numbered)).toBe('commit of feed numbers');
    const relayed = [
      'SELECT id FROM outbox WHERE numbered = 1  ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED',
      'DELETE FROM outbox WHERE id IN (?)',
    ];
    expect(commitOf(relayed)).toBe('commit of what is relayed');
    expect(commitOf(relayed.slice(0, 1))).toBeUndefined();
  });
});

describe('a fuse', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dengke-fuse-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('blows once, at the place that is armed, and shows it', () => {
    const [season, process] = [new Fuse(folder), new Fuse(folder)];
    expect(process.blows('before the signal of facts')).toBe(false);
    season.arm('before the signal of facts');
    expect([process.blows('after the signal of facts'), season.isReached]).toEqual([false, false]);
    expect([process.blows('before the signal of facts'), season.isReached]).toEqual([true, true]);
    expect(process.blows('before the signal of facts')).toBe(false);
    season.disarm();
    expect(season.isReached).toBe(false);
  });
});

describe('the verdict on mails', () => {
  const mail = { eventKey: 'submission/2026-000001#17', recipientId: 'person-1', state: 'sent' };
  const on = (arrivals: Record<string, number[]>, deaths: number[] = [], state = 'sent') => {
    const verdict = { lost: [], doubled: [], wrong: [], stuck: [] };
    mailedOnce([{ ...mail, state }], new Map(Object.entries(arrivals)), deaths, verdict);
    return Object.entries(verdict).flatMap(([kind, found]: [string, string[]]) => found.map(() => kind));
  };
  const id = messageIdOf(mail);

  it('is clean where each came once, and where one came again because its sender had died', () => {
    expect(on({ [id]: [1_000] })).toEqual([]);
    expect(on({ [id]: [1_000, 123_000] }, [1_200])).toEqual([]);
  });

  it('names what never came, came again for no reason, is still waiting, was given up, or is nobody’s', () => {
    expect(on({})).toEqual(['lost']);
    expect(on({ [id]: [1_000, 123_000] }, [60_000])).toEqual(['doubled']);
    expect(on({ [id]: [1_000] }, [], 'waiting')).toEqual(['stuck']);
    expect(on({ [id]: [1_000] }, [], 'dead')).toEqual(['wrong']);
    expect(on({ [id]: [1_000], another: [1_000] })).toEqual(['wrong']);
  });
});
