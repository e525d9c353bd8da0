import { readdirSync } from 'node:fs';
import { join } from 'node:path';

type Words = { [key: string]: string | Words };

const partsIn = (language: string): string[] =>
  readdirSync(join(__dirname, language))
    .map((file) => file.replace(/\.ts$/, ''))
    .sort();
const partOf = (language: string, part: string): Words => jest.requireActual<Record<string, Words>>(`./${language}/${part}.ts`)[part] ?? {};

function sentences(words: Words, path = ''): [key: string, sentence: string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : sentences(value, `${path}${key}.`),
  );
}
const blanksOf = (sentence: string): string[] => [...sentence.matchAll(/{{(\w+)}}/g)].map(([, name = '']) => name).sort();

describe('the catalogue', () => {
  it('has the same parts in both languages', () => {
    expect(partsIn('en')).toEqual(partsIn('zh'));
  });

  it.each(partsIn('zh'))('says in both languages what %s has to say, with the same blanks, and leaves nothing empty', (part) => {
    const [zh, en] = [sentences(partOf('zh', part)), sentences(partOf('en', part))];

    expect(en.map(([key]) => key).sort()).toEqual(zh.map(([key]) => key).sort());
    expect([...zh, ...en].filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
    const blanks = new Map(en.map(([key, sentence]) => [key, blanksOf(sentence)]));
    expect(zh.filter(([key, sentence]) => blanks.get(key)?.join() !== blanksOf(sentence).join())).toEqual([]);
  });

  it('speaks Chinese first: nothing of it is left in English', () => {
    const untranslated = partsIn('zh').flatMap((part) =>
      sentences(partOf('zh', part)).filter(
        ([, sentence]) => !/[\u4e00-\u9fff]/.test(sentence) && /[a-z]{3}/i.test(sentence.replace(/{{\w+}}/g, '')),
      ),
    );

    expect(untranslated).toEqual([['language', 'English']]);
  });
});
