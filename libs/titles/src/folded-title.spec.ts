import { foldedTitle } from './folded-title';

describe('a name as names are compared', () => {
  it.each([
    ['width, case and punctuation', '“ＳＣＲ 脱硝”——（技术）', 'scr脱硝技术'],
    ['繁简', '低濃度煤層氣發電關鍵技術與裝備', '低浓度煤层气发电关键技术与装备'],
    ['other forms of a character', '綫路著色裏層', '线路着色里层'],
    ['Chinese numerals', '十二号二十三采区五期', '12号23采区5期'],
    ['Roman signs', '汽轮机Ⅱ型Ⅻ级', '汽轮机2型12级'],
    ['Roman letters by themselves', '机组 III 期', '机组3期'],
    ['digits written one by one', '二〇二三年度', '2023年度'],
  ])('is free of %s [P19]', (_, written, folded) => {
    expect(foldedTitle(written)).toBe(folded);
    expect(foldedTitle(folded)).toBe(folded);
  });

  it('leaves Latin words and signs that make another name [P19]', () => {
    expect(foldedTitle('Wii 控制 C++ X射线')).toBe('wii控制c++x射线');
  });
});
