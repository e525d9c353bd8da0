import { Injectable } from '@nestjs/common';

/** Between those who write mails, which ring after their commit, and the sender, which comes. */
@Injectable()
export class MailBell {
  private listener: (() => void) | undefined;

  onRing(listener: () => void): void {
    this.listener = listener;
  }

  ring(): void {
    this.listener?.();
  }
}
