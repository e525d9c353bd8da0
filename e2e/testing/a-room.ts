import type { Browser } from 'playwright-core';
import { aChromium } from '../src/portal/chromium';
import type { Findings, VisitSettings } from '../src/portal/visitor';
import { aQuietStack } from './a-stack';
import type { StackForSpecs } from './a-stack';

export interface Room {
  stack: StackForSpecs;
  browser: Browser;
  settings: VisitSettings;
}

/** A house of its own with a browser before it, for all specs of a file; nothing is kept of it. Called within `describe`. */
export function aRoom(): () => Room {
  let room: Room | undefined;
  beforeAll(async () => {
    const stack = await aQuietStack();
    const browser = await aChromium(() => undefined);
    room = { stack, browser, settings: { address: stack.addresses.publicUrl, pictures: null } };
  }, 240_000);
  afterAll(async () => {
    await room?.browser.close();
    await room?.stack.release();
  }, 60_000);
  return () => {
    if (room === undefined) {
      throw new Error('The house did not start');
    }
    return room;
  };
}

/** What axe, the browser and narrow screens say of every page on the walk: nothing. */
export function nothingWrong({ violations, complaints, sideways }: Findings): void {
  expect(violations).toEqual([]);
  expect(complaints).toEqual([]);
  expect(sideways).toEqual([]);
}
