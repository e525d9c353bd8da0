import { Injectable } from '@nestjs/common';

/** Between those who put messages into inboxes, which ring after their commit, and those who watch. */
@Injectable()
export class InboxBell {
  private listener: (() => void) | undefined;

  onRing(listener: () => void): void {
    this.listener = listener;
  }

  ring(): void {
    this.listener?.();
  }
}
