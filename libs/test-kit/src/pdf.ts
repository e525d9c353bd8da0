import { execFileSync } from 'node:child_process';
import { PNG } from 'pngjs';
import { readWith } from './reading-program';

const poppler = (program: string, args: readonly string[], pdf: Buffer): string => readWith(program, 'poppler-utils', args, pdf);

/** The text of each page, line by line in the order of writing. */
export const pagesOf = (pdf: Buffer): string[] => poppler('pdftotext', ['-raw', '-', '-'], pdf).split('\f').slice(0, -1);

/** One page as poppler draws it, in grey: a PNG. */
export const pictureOf = (pdf: Buffer, page = 1): Buffer =>
  execFileSync('pdftoppm', ['-r', '50', '-gray', '-png', '-f', String(page), '-l', String(page), '-'], { input: pdf });

/** How far a picture is from a golden one: the share of its pixels that are another by more than a quarter of the way from black to white. */
export function pictureDifference(one: Buffer, golden: Buffer): number {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(golden)];
  if (a.width !== b.width || a.height !== b.height) {
    return 1;
  }
  let differing = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    differing += Math.abs((a.data[at] ?? 0) - (b.data[at] ?? 0)) > 64 ? 1 : 0;
  }
  return differing / (a.width * a.height);
}

/** Name, and whether it is embedded, a subset, and readable as Unicode. */
export const fontsOf = (pdf: Buffer): { name: string; embedded: boolean; subset: boolean; unicode: boolean }[] =>
  poppler('pdffonts', ['-'], pdf)
    .trimEnd()
    .split('\n')
    .slice(2)
    .map((line) => {
      const [embedded, subset, unicode] = line
        .trim()
        .split(/\s+/)
        .slice(-5, -2)
        .map((word) => word === 'yes');
      return { name: line.split(' ')[0] ?? '', embedded: embedded === true, subset: subset === true, unicode: unicode === true };
    });
