import { parseArgs } from 'node:util';
import type { PutAside } from '@dengke/contract';
import { operatorName } from '../operator';
import { OpsError } from '../verb';
import type { Verb } from '../verb';
import { allServices, closeAll } from './overview';
import type { Services } from './overview';

const TAKING_MS = 120_000;

/** As notifications lists them: ids and the mail server's last word, no address. */
interface DeadLetter {
  id: number;
  eventKey: string;
  recipient: string;
  lastAnswer: string | null;
  attempts: number;
}

/** Mails that were given up (死信), newest first, and feed entries that were put aside, oldest first. */
export const deadLetters: Verb = {
  name: 'dead-letters',
  summary:
    '[--take-up --reason WHY]: mails that were given up, and feed entries that were put aside, which are taken up again; fails while there are any',
  run: async (args) => deadLettersOf(await allServices(), args),
};

export async function deadLettersOf(services: Services, args: readonly string[]): Promise<number> {
  try {
    const options = { 'take-up': { type: 'boolean' }, reason: { type: 'string' } } as const;
    const { values } = parseArgs({ args: [...args], options });
    if (values['take-up'] === true && values.reason === undefined) {
      throw new OpsError('Why are they taken up again? --reason "…"; it is kept.');
    }
    const letters = await services.notifications.get<DeadLetter[]>('/internal/mails/dead');
    say('mails were given up', letters);
    const by = values['take-up'] === true ? { operator: operatorName(), reason: values.reason } : null;
    const aside = await Promise.all(
      Object.entries(services).map(async ([reader, service]) => {
        const path = '/internal/put-aside';
        const left = await (by === null ? service.get<PutAside[]>(path) : service.post<PutAside[]>(path, by, { timeoutMs: TAKING_MS }));
        return left.map((entry) => ({ reader, ...entry }));
      }),
    );
    say(by === null ? 'feed entries were put aside' : 'feed entries are still put aside', aside.flat());
    return letters.length + aside.flat().length === 0 ? 0 : 1;
  } finally {
    await closeAll(services);
  }
}

function say(what: string, rows: readonly object[]): void {
  console.log(`${rows.length} ${what}`);
  if (rows.length > 0) {
    console.table(rows);
  }
}
