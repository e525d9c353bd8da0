import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsOptional, IsString, ValidateNested } from 'class-validator';
import { computedSince } from '@dengke/test-kit';
import { validation } from './validation';

class SampleLine {
  @IsString() name!: string;
  @IsOptional() @ValidateNested({ each: true }) @Type(() => SampleLine) below?: SampleLine[];
}
class SampleForm {
  @IsOptional() @ArrayMaxSize(3) @ArrayUnique() @IsString({ each: true }) words?: string[];
  @IsOptional() @ArrayMaxSize(3) @ValidateNested({ each: true }) @Type(() => SampleLine) lines?: SampleLine[];
}

describe('what a body may be', () => {
  const judge = (body: unknown): Promise<unknown> =>
    Promise.resolve().then(() => validation().transform(body, { type: 'body', metatype: SampleForm }));
  const parsed = (text: string): unknown => JSON.parse(text);

  it.each<[string, () => unknown]>([
    ['deeper than any form', () => parsed(`{"words":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)],
    ['nested in itself without end', () => parsed(`${'{"lines":[{"name":"a","below":['.repeat(10_000)}${']}]}'.repeat(10_000)}`)],
    ['a list longer than any', () => ({ words: Array.from({ length: 100_000 }, (_, number) => `word ${number}`) })],
    ['a list of empty lines', () => ({ lines: Array.from({ length: 300_000 }, () => ({})) })],
    ['of more fields than any', () => Object.fromEntries(Array.from({ length: 50_000 }, (_, number) => [`field${number}`, 1]))],
    [
      'of too many parts in all',
      () => ({ lines: Array.from({ length: 1_500 }, () => Object.fromEntries(Array.from({ length: 20 }, (_, n) => [n, n]))) }),
    ],
  ])('is not %s: that is refused before it is judged', async (_, body) => {
    const given = body();
    const started = process.cpuUsage();
    await expect(judge(given)).rejects.toMatchObject({ code: 'MALFORMED' });
    expect(computedSince(started)).toBeLessThan(1_000);
  });

  it('is not of halves of signs, which no database keeps', async () => {
    await expect(judge({ words: ['a\ud800b'] })).rejects.toMatchObject({ code: 'MALFORMED' });
    expect(await judge({ words: ['a🌞b'] })).toMatchObject({ words: ['a🌞b'] });
  });

  it.each(['"口令"', '["a"]', '7', 'null'])('is an object: %s is malformed, and nothing of it comes back', async (body) => {
    await expect(judge(parsed(body))).rejects.toMatchObject({ code: 'MALFORMED', details: undefined });
  });

  it('is judged field by field otherwise, and not every fault of a thousand is told', async () => {
    expect(await judge({ words: ['a', 'b'], lines: [{ name: 'c', below: [{ name: 'd' }] }] })).toMatchObject({ words: ['a', 'b'] });
    await expect(judge({ lines: Array.from({ length: 1_000 }, () => ({})) })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const refusal = (await judge({ lines: Array.from({ length: 1_000 }, () => ({})) }).catch((error: unknown) => error)) as {
      details: { fields: unknown[] };
    };
    expect(refusal.details.fields).toHaveLength(200);
  });
});
