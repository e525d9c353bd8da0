import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { addressKey, DomainError, SecurityClock, TokenBuckets } from '@dengke/service-kit';
import { BelievedAddress, claimedIn } from '../sign-in/client-address';

/** A unit's people may all apply behind one address on one day; but no desk is to drown in what a script sends. */
const applications = { perSecond: 1 / 60, burst: 60 };

/** How often one address applies, for each route by itself and in this process; all times are security time. Before anything of it is read. */
@Injectable()
export class ApplicantLimits implements CanActivate {
  private readonly addresses = new TokenBuckets(applications);

  constructor(
    private readonly clock: SecurityClock,
    private readonly believed: BelievedAddress,
  ) {}

  /** @throws DomainError TOO_MANY_REQUESTS with the seconds to wait */
  canActivate(context: ExecutionContext): boolean {
    const address = addressKey(this.believed.transform(claimedIn(context)));
    const wait = this.addresses.take(address, this.clock.millis());
    if (wait !== null) {
      throw new DomainError('TOO_MANY_REQUESTS', { retryAfterSeconds: wait });
    }
    return true;
  }
}
