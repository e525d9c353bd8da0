import { attachmentNamed, safeFileName } from './file-name';

describe('the name of an evidence file', () => {
  it.each([
    ['../../etc/验收报告.pdf', '验收报告.pdf'],
    ['C:\\桌面\\验收报告.pdf', '验收报告.pdf'],
    ['验收\u202efdp.报告\r\n.pdf', '验收fdp.报告.pdf'],
    ['a"b<c>.pdf', 'abc.pdf'],
    ['\u200b.pdf', '.pdf'],
    ['', 'file'],
  ])('%j is stored as %j', (given, stored) => {
    expect(safeFileName(given)).toBe(stored);
  });

  it('is cut to 200 characters and keeps its extension', () => {
    expect(safeFileName(`${'报'.repeat(300)}.docx`)).toBe(`${'报'.repeat(195)}.docx`);
    expect(safeFileName(`${'𠮷'.repeat(300)}.pdf`)).toBe(`${'𠮷'.repeat(98)}.pdf`);
  });

  it('goes out in ASCII for old clients and in full for the others', () => {
    expect(attachmentNamed("验收 (终)'s.pdf")).toBe(
      `attachment; filename="__ (_)'s.pdf"; filename*=UTF-8''%E9%AA%8C%E6%94%B6%20%28%E7%BB%88%29%27s.pdf`,
    );
  });
});
