import { crc32, deflateSync } from 'node:zlib';
import { aJpeg, aPdf, aPng, aZip } from '../files';
import type { BadFile } from './bad-file';

const chunk = (type: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const typed = Buffer.concat([Buffer.from(type), body]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
};

/** A PNG that says it has this size, with these pixels, and chunks before them. */
export function aPngOf(width: number, height: number, pixels: Buffer = Buffer.alloc(5), ...more: Buffer[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6], 8);
  const begin = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([begin, chunk('IHDR', head), ...more, chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]);
}
const behind = (picture: Buffer, text: string): Buffer => Buffer.concat([picture, Buffer.from(text)]);
const wrongSum = (): Buffer => {
  const png = aPng();
  png.writeUInt32BE(7, 29);
  return png;
};
const profile = (): Buffer => chunk('iCCP', Buffer.concat([Buffer.from('p\0\0'), deflateSync(Buffer.alloc(30 * 1024 * 1024))]));

export const badPictures: readonly BadFile[] = [
  ['a PNG of 60,000 × 60,000', '印章.png', () => aPngOf(60_000, 60_000), 'bomb'],
  ['a PNG of 2³¹ × 1', '印章.png', () => aPngOf(0x7fffffff, 1), 'bomb'],
  ['a PNG without size', '印章.png', () => aPngOf(0, 0), 'damaged'],
  ['a PNG whose pixels grow without end', '印章.png', () => aPngOf(10, 10, Buffer.alloc(60 * 1024 * 1024)), 'bomb'],
  ['a PNG whose profile grows without end', '印章.png', () => aPngOf(1, 1, Buffer.alloc(5), profile()), 'bomb'],
  ['a PNG that moves', '印章.png', () => aPngOf(1, 1, Buffer.alloc(5), chunk('acTL', Buffer.alloc(8))), 'type'],
  ['a PNG with a wrong sum', '印章.png', wrongSum, 'damaged'],
  ['a PNG cut off', '印章.png', () => aPng().subarray(0, 50), 'damaged'],
  ['a PNG with a page behind', '印章.png', () => behind(aPng(), '<html><script>alert(1)</script></html>'), 'double'],
  ['a PNG with an archive behind', '印章.png', () => Buffer.concat([aPng(), aZip([{ name: 'a.txt' }])]), 'double'],
  ['a JPEG of 65,000 × 65,000', '扫描件.jpg', () => aJpeg(65_000, 65_000), 'bomb'],
  ['a JPEG without size', '扫描件.jpg', () => aJpeg(0, 0), 'damaged'],
  ['a JPEG cut off', '扫描件.jpg', () => aJpeg().subarray(0, aJpeg().length - 2), 'damaged'],
  ['a JPEG of nothing but its head', '扫描件.jpeg', () => Buffer.from('ffd8ffe0', 'hex'), 'damaged'],
  ['a JPEG with a script behind', '扫描件.jpg', () => behind(aJpeg(), '<?php system($_GET[0]); ?>'), 'double'],
  ['a JPEG with an archive behind', '扫描件.jpg', () => Buffer.concat([aJpeg(), aZip([{ name: 'a.txt' }])]), 'double'],
  ['a PNG under the name of a JPEG', '扫描件.jpg', aPng, 'type'],
  ['a PDF under the name of a picture', '印章.png', aPdf, 'type'],
];
