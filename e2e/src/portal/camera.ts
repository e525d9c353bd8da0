import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findReaders } from '@dengke/local';
import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { aChromium } from './chromium';

/** What a camera over a counter takes. */
const frame = { width: 1280, height: 720 };

/** A browser whose camera shows the foot of a printed form’s first page, where its code is. */
export async function withCameraOver<T>(form: Buffer, work: (browser: Browser) => Promise<T>): Promise<T> {
  await findReaders(['poppler'], () => undefined);
  const dir = await mkdtemp(join(tmpdir(), 'dengke-camera-'));
  const film = join(dir, 'form.y4m');
  await writeFile(film, filmOf(PNG.sync.read(drawn(form))));
  const browser = await aChromium(
    () => undefined,
    [...['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${film}`]],
  );
  try {
    return await work(browser);
  } finally {
    await browser.close();
    await rm(dir, { recursive: true, force: true });
  }
}

/** The first page on paper, as wide as the picture. */
const drawn = (form: Buffer): Buffer =>
  execFileSync('pdftoppm', ['-gray', '-png', '-singlefile', '-scale-to-x', String(frame.width), '-scale-to-y', '-1', '-'], {
    input: form,
    maxBuffer: 2 ** 26,
  });

/** What the camera sees of it: one still picture as YUV4MPEG2, of brightness alone. */
function filmOf({ width, height, data }: PNG): Buffer {
  const begins = (height - frame.height) * width;
  const luma = Buffer.alloc(frame.width * frame.height);
  luma.forEach((_, place) => luma.writeUInt8(data[(begins + place) * 4] ?? 0, place));
  const still = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc(luma.length / 2, 128)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${frame.width} H${frame.height} F10:1 Ip A1:1 C420jpeg\n`), still, still]);
}
