import { Injectable } from '@nestjs/common';

/** Between the ledger, which rings after a commit, and the relay, which comes. */
@Injectable()
export class RelayBell {
  private listener: (() => void) | undefined;

  onRing(listener: () => void): void {
    this.listener = listener;
  }

  ring(): void {
    this.listener?.();
  }
}
