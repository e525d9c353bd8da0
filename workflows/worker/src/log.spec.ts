import { pino } from 'pino';
import { temporalLogger } from './log';

describe('what the worker logs of Temporal', () => {
  it('is no warning that it has no activities, which is as intended, and every other', () => {
    const levels: string[] = [];
    const logger = temporalLogger(pino({ level: 'info' }, { write: (line) => void levels.push(line) }));

    logger.warn('No activities registered, not polling for activity tasks');
    logger.warn('Task failed');

    expect(levels).toEqual([expect.stringContaining('Task failed')]);
  });
});
