import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, MoreThan } from 'typeorm';
import type { Instant, OwnDeadline } from '@dengke/contract';
import { Services } from '@dengke/service-kit';
import { NoticesWaitingService } from '../notices/waiting.service';
import { RecipientPosition } from '../recipients/recipient-position.entity';
import { RecipientsService } from '../recipients/recipients.service';

/** Everything that waits for one person, wherever it runs: submissions and corrections, applications, notices. */
@Injectable()
export class OwnDeadlinesService {
  constructor(
    private readonly database: DataSource,
    private readonly services: Services,
    private readonly recipients: RecipientsService,
    private readonly notices: NoticesWaitingService,
  ) {}

  /** The whole or nothing. @throws DomainError UNAVAILABLE while another service is away */
  async of(personId: string, at: Instant): Promise<OwnDeadline[]> {
    const desks = await this.desksOf(personId, at);
    const { achievements, accounts } = this.services;
    const [reviews, applications, answers] = await Promise.all([
      achievements.get<OwnDeadline[]>('/internal/deadlines', { query: { person: personId, desks: desks.join(',') } }),
      accounts.get<OwnDeadline[]>('/internal/deadlines', { query: { person: personId } }),
      this.notices.at(desks),
    ]);
    return [...reviews, ...applications, ...answers].sort((a, b) => (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1));
  }

  private async desksOf(personId: string, at: Instant): Promise<string[]> {
    const { manager } = this.database;
    const living = [
      { personId, endsAt: IsNull() },
      { personId, endsAt: MoreThan(at) },
    ];
    const positions = await manager.findBy(RecipientPosition, living);
    const desks = await this.recipients.atDesks(
      manager,
      positions.map(({ organisationId }) => organisationId),
      at,
    );
    return [...desks].filter(([, people]) => people.includes(personId)).map(([id]) => id);
  }
}
