import { readConfig } from '@dengke/service-kit';
import { anEnvironment } from '@dengke/test-kit';
import { rungsBefore, submissionActs } from '@dengke/contract';
import type { Rung } from '@dengke/contract';
import { NotificationsConfig } from '../config';
import { Links } from '../mail/links';
import { letter } from '../mail/mail-text';
import { digestText } from '../reminders/digest-text';
import { applicationNamed, applicationTellings } from './application-teller';
import { sentenceOf } from './sentence';
import type { SubmissionNews } from './submission-news';
import { tellings } from './tellings';

/** Each variable with the word it stands for here; nothing of it stands in any sentence itself. */
const variables = { serial: 'SN-17', desk: '甲局', by: '乙厅', number: 'NR-99', due: '2023年8月25日' };
const names = new Map([
  ['desk', variables.desk],
  ['by', variables.by],
]);
const known: Omit<SubmissionNews, 'act'> = {
  ...{
    eventKey: 'submission/SN-17#3',
    serial: variables.serial,
    number: 3,
    at: '2023-08-10T02:00:00.000Z',
    state: 'in-review',
    stage: 'municipal',
  },
  ...{ deskId: 'desk', nextDeskId: 'next', paperDeskId: 'next', byOrganisationId: 'by', informedOrganisationId: null },
  ...{ submitterId: 'liu', unitId: 'unit' },
  ...{ dueAt: '2023-08-25T16:00:00.000Z', dueProvisional: false, registrationNumber: variables.number, toPersonId: 'cai' },
  ...{ registrarId: null, reviewDeskIds: [], routeDeskIds: [], namedParties: ['person/cai'] },
};
const unknown: Partial<SubmissionNews> = {
  deskId: null,
  byOrganisationId: null,
  dueAt: null,
  registrationNumber: null,
  stage: null,
  state: null,
};

const lines = submissionActs.flatMap((act) => tellings[act].map((telling, line) => ({ act, line, telling, sentence: telling.sentence })));
const unfilled = /[{}]|undefined|null|NaN|\[object/;

describe('the sentences of submissions', () => {
  it.each(lines.filter(({ sentence }) => sentence.includes('{due}')))(
    '$act, line $line: “$sentence” says where its day is provisional [P40]',
    ({ act, telling }) => {
      expect(sentenceOf(telling, { ...known, act, dueProvisional: true }, names)).toContain(`${variables.due}（暂定）`);
    },
  );

  it.each(lines)('$act, line $line: “$sentence” has each of its variables filled', ({ act, telling, sentence }) => {
    const asked = [...sentence.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name ?? '');
    const said = sentenceOf(telling, { ...known, act }, names);

    expect(Object.keys(variables)).toEqual(expect.arrayContaining(asked));
    for (const [name, word] of Object.entries(variables)) {
      expect([name, said.includes(word)]).toEqual([name, asked.includes(name)]);
    }
    expect(said).not.toMatch(unfilled);
  });

  it.each(lines)('$act, line $line: “$sentence” reads well when little is known', ({ act, telling }) => {
    const said = sentenceOf(telling, { ...known, ...unknown, act }, new Map());

    expect(said).not.toMatch(unfilled);
    expect(said).not.toMatch(/请在前|已由(退回|推荐|撤回|取回|调整)|在逾期|送达，|^.{0,5}$/);
  });

  it('exercise every variable', () => {
    const asked = new Set(lines.flatMap(({ sentence }) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)));
    expect([...asked].sort()).toEqual(Object.keys(variables).sort());
  });

  it('are Chinese, end without a stop, and say nobody’s name, mobile or reason', () => {
    for (const { sentence } of lines) {
      expect(sentence.replace(/\{\w+\}/g, '')).toMatch(/^[\u4e00-\u9fff，、；]+$/);
    }
  });
});

describe('the sentences of applications', () => {
  const all = Object.entries(applicationTellings).flatMap(([act, telling]) => [{ act, sentence: telling.sentence }]);

  it.each(all)('$act: “$sentence” has no variable but {what} and {desk}, each once', ({ sentence }) => {
    const asked = [...sentence.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
    expect(new Set(asked).size).toBe(asked.length);
    expect(['what', 'desk']).toEqual(expect.arrayContaining(asked));
  });

  it('name both kinds', () => {
    expect(['credentialApplication/1', 'organiserApplication/2', 'submission/3'].map((subject) => applicationNamed(subject)?.what)).toEqual(
      ['账号申请', '组织管理部门申请', undefined],
    );
  });
});

describe('the digest and the letter around every text', () => {
  const config = readConfig(
    NotificationsConfig,
    anEnvironment({ DENGKE_FILES_DIR: '/nowhere', DENGKE_MAIL_URL: 'smtp://127.0.0.1:1', DENGKE_PUBLIC_URL: 'http://d.example' }),
  );
  const links = new Links(config);
  const rungs: Rung[] = [...rungsBefore.map((days): Rung => `before-${days}`), 'due-day', 'overdue-1', 'overdue-12'];

  it.each(rungs.flatMap((rung) => (['2023-08-18', '2023-08-17'] as const).map((remindedOn) => ({ rung, remindedOn }))))(
    'says rung $rung of $remindedOn whole',
    ({ rung, remindedOn }) => {
      const dueOn = rung.startsWith('overdue') ? '2023-08-16' : rung === 'due-day' ? '2023-08-18' : '2023-08-25';
      const items = ['submission/SN-17', 'credentialApplication/a', 'organiserApplication/b'].map((subject) => ({
        subject,
        rung,
        dueOn,
        remindedOn,
      }));
      const { subject, body, counts } = digestText(items, '2023-08-18', links);

      expect(`${subject}\n${body}`).not.toMatch(unfilled);
      expect(body.match(/^· /gm)).toHaveLength(3);
      expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(3);
      expect(/\d+个工作日/.test(body)).toBe(remindedOn === '2023-08-18' && rung !== 'due-day');
    },
  );

  it('greets by name and says when, from whom and how to leave', () => {
    const text = letter({ name: '某人', body: '正文。', at: known.at, leave: 'http://d.example/channels#t' });

    expect(text).toMatch(/^某人，您好：\n\n正文。\n\n2023年8月10日 10:00（北京时间）\n科技成果登记系统“登科”\n/);
    expect(text).toContain('不再接收此类邮件：http://d.example/channels#t');
    expect(letter({ name: '某人', body: '正文。', at: known.at, leave: null })).not.toContain('不再接收');
  });
});
