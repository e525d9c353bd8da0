import { sheetsOf } from '@dengke/test-kit';
import { statisticsFile } from './statistics-file';

const spread = { least: 0, lower: 1, median: 2.5, upper: 4, most: 12 };
const stage = { kind: 'unit' as const, reached: 30, passed: 20, returned: 3, waiting: 7, days: [] };

describe('the workbook of statistics', () => {
  it('is opened by a spreadsheet program as it was counted: counts as figures, codes and names as texts, all its sheets', async () => {
    const values = [
      { code: '01', name: '国家科技计划', count: 1_234 },
      { code: '1e3', name: '=某计划', count: 0 },
      { code: null, name: '未填', count: 7 },
    ];
    const statistics = {
      ...{ countedOn: '2023-12-31', achievements: 1_241, completers: 5_000 },
      cuts: [{ cut: 'source', label: '课题来源', counts: 'achievements' as const, definition: '按登记表第14栏。', values }],
      organisations: [{ kind: 'organiser' as const, organisationId: 'org-one', name: '@某局', achievements: 12 }],
    };
    const passage = {
      ...{ countedOn: '2023-12-31', submitted: 30, registered: 10, ended: 1 },
      stages: [
        { ...stage, spread },
        { ...stage, kind: 'ministry' as const, reached: 0, passed: 0, returned: 0, waiting: 0, spread: null },
      ],
      months: [{ month: '2023-08', submitted: 30, registered: 10 }],
    };

    const sheets = sheetsOf(await statisticsFile(statistics, passage, { registrationYear: 2023 }));
    const [definitions] = sheets.splice(-1);

    expect(sheets).toEqual([
      {
        name: '统计表',
        rows: [
          ['科技成果登记统计表', null, '已登记成果 1241 项，完成人 5000 人次', null, null],
          ['指标', '代码', '名称', '数量', '计量单位'],
          ['课题来源', '01', '国家科技计划', 1_234, '项'],
          ['课题来源', '1e3', "'=某计划", 0, '项'],
          ['课题来源', null, '未填', 7, '项'],
        ],
      },
      {
        name: '分单位',
        rows: [
          ['环节', '单位', '成果数（项）'],
          ['组织管理部门', "'@某局", 12],
        ],
      },
      {
        name: '办理进度',
        rows: [
          ['环节', '到达（项）', '通过（项）', '曾退回（项）', '待办（项）', '最短（天）', '下四分位', '中位数', '上四分位', '最长'],
          ['完成单位', 30, 20, 3, 7, 0, 1, 2.5, 4, 12],
          ['国家科技成果网', 0, 0, 0, 0, null, null, null, null, null],
        ],
      },
      {
        name: '按月',
        rows: [
          ['月份', '首次提交（项）', '登记（项）'],
          ['2023-08', 30, 10],
        ],
      },
    ]);
    expect([definitions?.name, ...(definitions?.rows ?? [])]).toEqual(
      expect.arrayContaining([
        '指标说明',
        ['统计日期', '2023-12-31'],
        ['登记年度', '2023'],
        ['集中受理批次', '全部，含常态化受理'],
        ['课题来源', '按登记表第14栏。'],
      ]),
    );
  });
});
