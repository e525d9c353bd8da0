import { noticeWorkflowId } from '@dengke/contract';
import type { SpecLetter } from './notice-ledger';
import type { World } from './world';

/** Sends a letter, and returns once its workflow has told everybody. */
export async function issue(world: World, letter: SpecLetter): Promise<void> {
  world.ledger.notices.issue(letter, await world.now());
  world.know(noticeWorkflowId(letter.id), () => world.ledger.notices.last(letter.id).number);
  await world.rest();
}
