import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Caller } from '@dengke/contract';
import { BusinessClock, Ledger } from '@dengke/service-kit';

type Kind = 'secondFactorEnrolled' | 'secondFactorRemoved' | 'secondFactorReset' | 'recoveryCodesRenewed' | 'recoveryCodeUsed';

/** Whose second factor it is, and from which organisation's position they act. */
export interface Whose {
  personId: string;
  organisationId: string;
  /** Who did it, where it was somebody else. */
  by?: string;
}

export const actingFrom = ({ personId, position: { organisationId } }: Caller): Whose => ({ personId, organisationId });

/** What happens to people's second factors, in the chain of their organisation. */
@Injectable()
export class SecondFactorLedger {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: BusinessClock,
  ) {}

  async tell(
    manager: EntityManager,
    { personId, organisationId, by = personId }: Whose,
    kind: Kind,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    await this.ledger.record(manager, `organisation/${organisationId}`, {
      ...{ kind, actId: `${kind}:${uuidv7()}`, at: this.clock.now(), by, organisationId },
      ...{ detail: { personId, ...detail }, relay: false },
    });
  }
}
