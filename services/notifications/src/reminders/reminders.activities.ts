import { Injectable } from '@nestjs/common';
import { dueReminderOf } from '@dengke/contract';
import type { NotificationsActivities } from '@dengke/contract';
import { Activities } from '@dengke/service-kit';
import { LateLettersService } from '../notices/late-letters.service';
import { DigestsService } from './digests.service';
import { RemindersService } from './reminders.service';

type Noting = Parameters<NotificationsActivities['noteReminders']>[0];
type Sending = Parameters<NotificationsActivities['sendDigests']>[0];

@Activities()
@Injectable()
export class RemindersActivities implements Pick<NotificationsActivities, 'noteReminders' | 'sendDigests'> {
  constructor(
    private readonly reminders: RemindersService,
    private readonly lateLetters: LateLettersService,
    private readonly digests: DigestsService,
  ) {}

  async noteReminders({ due, on, at }: Noting): Promise<{ noted: number }> {
    const reminders = due.map(dueReminderOf);
    const noted = await this.reminders.note(reminders, on, at);
    await this.lateLetters.climb(reminders, at);
    return { noted };
  }

  async sendDigests({ on, at }: Sending): Promise<{ people: number }> {
    return { people: await this.digests.send(on, at) };
  }
}
