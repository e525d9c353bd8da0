import { setImmediate as breathe } from 'node:timers/promises';
import { inTurn } from './in-turn';

describe('work that is done in turn', () => {
  it('is done one piece at a time, in the order it was asked for, whatever becomes of the one before', async () => {
    const turn = inTurn();
    const story: string[] = [];
    const piece = (name: string) => async (): Promise<string> => {
      story.push(`${name} begins`);
      await breathe();
      story.push(`${name} ends`);
      if (name === 'b') {
        throw new Error('damaged');
      }
      return name;
    };

    const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((name) => turn(piece(name))));

    expect(story).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : String(outcome.reason)))).toEqual([
      'a',
      'Error: damaged',
      'c',
    ]);
  });
});
