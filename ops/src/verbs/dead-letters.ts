import type { ServiceClient } from '@dengke/service-kit';
import { serviceOf } from '../house';
import type { Verb } from '../verb';

/** As notifications lists them: ids and the mail server's last word, no address. */
interface DeadLetter {
  id: number;
  eventKey: string;
  recipient: string;
  lastAnswer: string | null;
  attempts: number;
}

/** Mails that were given up (死信), newest first. */
export const deadLetters: Verb = {
  name: 'dead-letters',
  summary: 'mails that were given up, newest first; fails while there are any',
  run: async () => deadLettersOf(await serviceOf('notifications')),
};

export async function deadLettersOf(notifications: ServiceClient): Promise<number> {
  try {
    const letters = await notifications.get<DeadLetter[]>('/internal/mails/dead');
    console.log(`${letters.length} dead letters`);
    if (letters.length > 0) {
      console.table(letters);
    }
    return letters.length === 0 ? 0 : 1;
  } finally {
    await notifications.close();
  }
}
