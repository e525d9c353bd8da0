import type { LoggerService } from '@nestjs/common';
import type { Log } from './log';

/** Nest's own lines, through ours. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: Log) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.lines.debug(String(message), context(rest));
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.lines.warn(String(message), context(rest));
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.lines.error(String(message), context(rest));
  }
}

function context(rest: unknown[]): Record<string, unknown> {
  const last = rest.at(-1);
  return typeof last === 'string' ? { context: last } : {};
}
