import { wordsOfForm } from '@dengke/print';
import { fontsOf, pagesOf } from '@dengke/test-kit';
import { aSample } from './form-samples';
import { missedByForms } from './forms';
import { lane, makers } from './forms-lane';

const flat = (text: string): string => text.replace(/\s/g, '');
/** Page after page without what stands under each. */
const textOf = (pdf: Buffer): string => flat(pagesOf(pdf).join('')).replace(/申报号：[^：]*摘要：[0-9a-f]{32}第\d+页共\d+页/g, '');

describe('printing forms', () => {
  it.each(['typst', 'pdfkit'] as const)(
    'puts the same words on paper with subset fonts, another form for each number: %s',
    async (maker) => {
      const { cover, sections, evidence, seals, digest } = await wordsOfForm(aSample(7));
      const answers = sections.flatMap(({ blocks }) => blocks.flatMap(({ pairs, wide, rows }) => [pairs, wide, rows?.rows]));
      const words = [cover, answers, evidence.rows, seals.map(({ label, by }) => [label, by]), digest]
        .flat(4)
        .filter((word) => word !== undefined);

      const pdf = await makers[maker](aSample(7));
      const read = textOf(pdf);

      expect(words.length).toBeGreaterThan(150);
      expect(words.filter((word) => !read.includes(flat(word)))).toEqual([]);
      expect(fontsOf(pdf).map(({ embedded, subset }) => embedded && subset)).toEqual([true, true]);
      expect(textOf(await makers[maker](aSample(8)))).not.toBe(read);
    },
  );

  it('times its share, after a warm-up that is not counted', async () => {
    const [one, two] = [
      await lane({ maker: 'typst', first: 1, count: 1, warmUp: 2 }),
      await lane({ maker: 'typst', first: 1, count: 2, warmUp: 0 }),
    ];

    expect(one.bytes).toBe((await makers.typst(aSample(1))).length);
    expect(two.bytes).toBe(one.bytes + (await makers.typst(aSample(2))).length);
    expect(one.millis).toBeGreaterThan(0);
  });

  it('names each goal that is missed', () => {
    const figure = (median: number) => ({ min: median, median, max: median });
    const result = { forms: 10_000, bytesOfOne: { typst: 1, pdfkit: 1 }, pdfkit: { version: '1', forms: 1 }, busyBefore: figure(0) };

    expect(missedByForms({ ...result, seconds: figure(60), pdfkitSeconds: figure(600), ratioToPdfkit: 0.1 })).toEqual([]);
    expect(missedByForms({ ...result, seconds: figure(61), pdfkitSeconds: figure(600), ratioToPdfkit: 0.102 })).toHaveLength(2);
  });
});
