import { errorSentences } from './error-sentences';
import { refusals } from './errors';
import { fieldName } from './field-names';
import { reasonSentences, sentenceOf } from './field-reasons';
import type { Reason } from './field-reasons';

/** One sentence of plain Chinese: begins with a Chinese sign, ends with its only full stop, and has no English but what is a name. */
const isSentence = (text: string): boolean =>
  /^\p{Script=Han}[^。！!?？\n]*。$/u.test(text) && !/[A-Za-z]{2,}/.test(text.replaceAll('Idempotency-Key', ''));

describe('what a refusal says', () => {
  it('is one sentence of Chinese for each of all codes, and no two say the same', () => {
    expect(Object.keys(errorSentences).sort()).toEqual(Object.keys(refusals).sort());
    expect(Object.entries(errorSentences).filter(([, sentence]) => !isSentence(sentence))).toEqual([]);
    expect(new Set(Object.values(errorSentences)).size).toBe(Object.keys(refusals).length);
  });

  it('is calm, short and names nobody’s internals', () => {
    const loud = Object.values(errorSentences).filter(
      (text) => text.length > 45 || /非法|错误代码|异常代码|数据库|null|undefined/.test(text),
    );

    expect(loud).toEqual([]);
  });

  it('is a clause of Chinese for each reason, with its limits where it has them', () => {
    const said = (Object.keys(reasonSentences) as Reason[]).map((reason) => sentenceOf(reason, [2, 60]));

    expect(said.filter((clause) => !/^[\p{Script=Han}\d][^。]*$/u.test(clause) || /[A-Za-z]{2,}|undefined|NaN/.test(clause))).toEqual([]);
    expect([sentenceOf('isLength', [2, 60]), sentenceOf('isLength', [18, 18]), sentenceOf('noDayOff', [2029])]).toEqual([
      '长度应为2至60个字符',
      '应为18个字符',
      '2029年没有节假日安排，请补充',
    ]);
  });

  it('calls a field by its path where its word alone means two things', () => {
    expect(['mobile', 'leader.mobile', 'change.organisation.name', 'person.name', 'items[3].field', 'what'].map(fieldName)).toEqual([
      ...['手机号码', '分管领导手机', '名称（姓名）', '姓名', '对应栏目', null],
    ]);
  });
});
