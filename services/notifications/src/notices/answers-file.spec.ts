import { feedbackForms } from '@dengke/contract';
import { sheetsOf } from '@dengke/test-kit';
import { answersFile } from './answers-file';

const { fields } = feedbackForms.liaison;

describe('the workbook of answers to a notice', () => {
  it('is opened by a spreadsheet program as they were given: each box as it was typed, none a formula [S15 S16 S17]', async () => {
    const typed = ['=1+1', '@某', '01234567', '2023-09-28', '1e3', '+86 351', '一\n二', '<甲> & "乙"'];
    const filledIn = Object.fromEntries(fields.map(({ id }, index) => [id, typed[index % typed.length] ?? '']));
    const shown = ["'=1+1", "'@某", '01234567', '2023-09-28', '1e3', "'+86 351", '一\n二', '<甲> & "乙"'];
    const answers = [
      { name: '潞州区能源局', issuer: '=某局', filledIn, answeredAt: '2023-09-20T02:30:00.000Z' },
      { name: '沁源县能源局', issuer: '长治市能源局', filledIn: null, answeredAt: null },
    ];

    const file = await answersFile('liaison', { title: '通知', documentNumber: '长能源函〔2023〕114号' }, answers);

    const nothing = (count: number): null[] => Array.from({ length: count }, () => null);
    expect(sheetsOf(file)).toEqual([
      {
        name: '反馈',
        rows: [
          [expect.stringMatching(/（长能源函〔2023〕114号）$/), ...nothing(3 + fields.length)],
          ['序号', '发文单位', '收文单位', '反馈时间', ...fields.map(({ label }) => label)],
          [
            1,
            "'=某局",
            '潞州区能源局',
            expect.stringMatching(/2023.*9.*20.*10:30/),
            ...fields.map((_, index) => shown[index % typed.length]),
          ],
          [2, '长治市能源局', '沁源县能源局', '未反馈', ...nothing(fields.length)],
        ],
      },
    ]);
  });
});
