import { findChromium } from '@dengke/local';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** A real Chromium without a window: the machine's own, else Debian's package, with fonts that have Chinese. */
export async function aChromium(log: (line: string) => void, besides: readonly string[] = []): Promise<Browser> {
  const executablePath = await findChromium(log);
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage', ...besides] });
}
