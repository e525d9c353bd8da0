import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Turns } from '@dengke/service-kit';

/** argon2id (the library's default kind), about 70 ms a go on a small machine. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Each go holds a core and 19 MiB: two at once leave the rest of the service alive, and who would wait long is told so. */
const line = { atOnce: 2, mayWait: 40 };
/** The hash of nothing anybody knows, so that a login that does not exist costs what others cost. */
const nobody = '$argon2id$v=19$m=19456,t=2,p=1$silTdygHJziA95EezgbtiQ$dd4fun034sLWUVwHPleLyKIoFdRMawVNuufFndTTOxE';

/** The one place where passwords are hashed and compared; it never does more than two at once. */
@Injectable()
export class PasswordHashing {
  private readonly turns = new Turns(line);

  hash(password: string): Promise<string> {
    return this.turns.take(() => hash(password, cost));
  }

  /**
   * Whether the password is the one of this hash, in the same time when there is none.
   * @param admit runs once its turn has come, and may refuse; so who is turned away as BUSY is not charged with an attempt
   * @throws DomainError BUSY when too many wait
   */
  matches(passwordHash: string | null, password: string, admit?: () => Promise<void>): Promise<boolean> {
    return this.turns.take(async () => {
      await admit?.();
      const matches = await verify(passwordHash ?? nobody, password);
      return matches && passwordHash !== null;
    });
  }
}
