import type { SubmissionAct } from '@dengke/contract';
import type { SubmissionNews } from './submission-news';

/** Whom a fact concerns, beside the one who did it. */
export type Audience =
  /** the people holding the present desk */
  | 'desk'
  /** the people holding the desk after the present one */
  | 'next-desk'
  | 'paper-desk'
  /** above a late desk: the next desk on the route; department and ministry: their own super administrator */
  | 'over-desk'
  /** the department's super administrator, who looks into a suspicion of secrecy */
  | 'department-admin'
  | 'submitter'
  /** the unit's administrators */
  | 'unit'
  /** the people of the reviewing desks that it passed */
  | 'passed-desks'
  /** the registrar: the department on its route */
  | 'registrar'
  /** all who write for the unit: the submitter's co-workers */
  | 'co-workers'
  /** the one it was given to */
  | 'assignee'
  /** all who hold a desk of its route */
  | 'route'
  /** other units and completers whose entry in the form is asked about, or was answered (decision 0017) */
  | 'named';

export interface Telling {
  to: Audience;
  /** `{serial}`, `{desk}`, `{by}` (for whom somebody acted), `{number}` and `{due}` are filled in. */
  sentence: string;
  /** `each`: a mail of its own; `daily`: at most one such mail per person and day, the rest in the inbox; `none`: the inbox only. */
  mail: 'each' | 'daily' | 'none';
  /** Where the mail's link leads. */
  leadsTo: 'submission' | 'queue' | 'entry';
  /** What it is about, where that is not the act: `submission.named`. */
  kind?: 'named';
  when?: (news: SubmissionNews) => boolean;
}

const registered = (news: SubmissionNews): boolean => news.registrationNumber !== null;
const inReturn = (news: SubmissionNews): boolean => news.state === 'returned';
const inPublicity = (news: SubmissionNews): boolean => news.state === 'in-publicity';

const arrived: Telling = { to: 'desk', sentence: '申报{serial}已送达{desk}，请在{due}前办理', mail: 'daily', leadsTo: 'queue' };
const mendedAgain: Telling = { ...arrived, sentence: '申报{serial}修改后重新提交，已回到{desk}，请在{due}前办理' };
const own = (to: Audience, sentence: string): Telling => ({ to, sentence, mail: 'each', leadsTo: 'submission' });
const quiet = (to: Audience, sentence: string): Telling => ({ ...own(to, sentence), mail: 'none' });

/** Whom a form names has no sight of it: his own entry is all there is to see. */
const named: Telling = {
  ...own('named', '申报{serial}列有您或您单位的署名，请在其完成单位放行前核对，确认或提出异议'),
  ...{ leadsTo: 'entry', kind: 'named' },
};
const numbered = '申报{serial}已登记，登记号{number}';
const corrected = '登记号{number}的登记内容已更正，登记证书已换发新版本';
const cancelled = '登记号{number}的登记已被{by}注销，请查看原因';
const examined = '申报{serial}已通过{by}审核，进入公示';

/**
 * What each fact means to whom. One person hears of one fact once: the first line that reaches him. Reasons and opinions are not in the
 * feed and never in a mail: it says that something happened and leads to where it can be read.
 */
export const tellings: Record<SubmissionAct, readonly Telling[]> = {
  submit: [arrived, named],
  resubmit: [mendedAgain, { ...named, sentence: '申报{serial}修改后重新提交，您或您单位的署名有变化，请在其完成单位放行前核对' }],
  release: [arrived, quiet('submitter', '申报{serial}已由单位放行，送往{desk}')],
  recommend: [arrived, quiet('submitter', '申报{serial}已由{by}推荐，送往{desk}')],
  approve: [
    { ...own('submitter', numbered), when: registered },
    { ...own('unit', numbered), when: registered },
    { ...own('submitter', examined), when: (news) => !registered(news) },
  ],
  register: [own('submitter', numbered), own('unit', numbered)],
  return: [
    own('submitter', '申报{serial}已被{by}退回，请查看退回原因，修改后重新提交'),
    own('co-workers', '申报{serial}已被{by}退回，请查看退回原因，修改后重新提交'),
  ],
  reject: [own('submitter', '申报{serial}不予登记，请查看原因'), own('unit', '申报{serial}不予登记，请查看原因')],
  hold: [
    own('submitter', '申报{serial}的公示异议已受理，处理完毕前不予登记，请查看并作出说明'),
    own('unit', '申报{serial}的公示异议已受理，处理完毕前不予登记，请查看并作出说明'),
    own('registrar', '申报{serial}有公示异议待处理，请在{due}前作出决定'),
    quiet('passed-desks', '申报{serial}的公示异议已受理，暂不登记'),
  ],
  declineObjection: [quiet('registrar', '对申报{serial}的一项公示异议不予受理')],
  overrule: [
    own('submitter', '对申报{serial}的公示异议经处理不成立'),
    own('unit', '对申报{serial}的公示异议经处理不成立'),
    quiet('registrar', '对申报{serial}的公示异议经处理不成立'),
    quiet('passed-desks', '对申报{serial}的公示异议经处理不成立'),
  ],
  uphold: [
    own('submitter', '对申报{serial}的公示异议成立，不予登记，请查看原因'),
    own('unit', '对申报{serial}的公示异议成立，不予登记，请查看原因'),
    quiet('registrar', '对申报{serial}的公示异议成立，不予登记'),
    quiet('passed-desks', '对申报{serial}的公示异议成立，不予登记'),
  ],
  withdraw: [own('submitter', '申报{serial}已由{by}撤回'), quiet('unit', '申报{serial}已由{by}撤回')],
  askWithdrawal: [own('desk', '完成单位请求撤回申报{serial}，请答复')],
  consentWithdrawal: [own('submitter', '撤回请求已获同意，申报{serial}已撤回'), quiet('unit', '申报{serial}已撤回')],
  close: [own('submitter', '申报{serial}退回后未修改，已被关闭'), own('unit', '申报{serial}退回后未修改，已被关闭')],
  carryOver: [
    own('submitter', '申报{serial}未能在集中受理截止前推荐，已转为常态化受理，登记年度、办理环节和期限不变'),
    quiet('desk', '申报{serial}已转为常态化受理，请继续办理'),
  ],
  escalate: [
    { ...own('unit', '申报{serial}退回后逾期未修改，请督促完成人'), when: inReturn },
    { ...own('over-desk', '申报{serial}的公示异议逾期未处理，请督促'), when: inPublicity },
    { ...own('over-desk', '申报{serial}在{desk}逾期未办，请催办或转办'), when: (news) => !inReturn(news) && !inPublicity(news) },
  ],
  urge: [own('desk', '申报{serial}被催办，请尽快办理')],
  reassign: [own('assignee', '申报{serial}已转由您办理')],
  extend: [
    { ...quiet('submitter', '申报{serial}的修改期限已由{by}延长至{due}，请查看原因'), when: inReturn },
    { ...quiet('registrar', '申报{serial}的公示异议处理期限已延长至{due}'), when: inPublicity },
    { ...quiet('desk', '申报{serial}的办理期限已由{by}延长至{due}，请查看原因'), when: (news) => !inReturn(news) && !inPublicity(news) },
    { ...quiet('submitter', '申报{serial}在{desk}的办理期限已延长至{due}'), when: (news) => !inReturn(news) && !inPublicity(news) },
  ],
  reroute: [
    { ...arrived, sentence: '申报{serial}因机构调整改由{desk}办理，请在{due}前办理', when: (news) => !inReturn(news) },
    own('submitter', '申报{serial}因机构调整改道，请查看原因和现办理环节'),
  ],
  handOver: [own('assignee', '申报{serial}已移交给您，请继续办理')],
  takeOver: [
    quiet('desk', '申报{serial}因机构调整由{desk}承接，期限不变'),
    quiet('submitter', '申报{serial}因机构调整由{desk}承接，期限不变'),
  ],
  recount: [
    { ...quiet('submitter', '因工作日历调整，申报{serial}的修改期限现为{due}'), when: inReturn },
    { ...quiet('desk', '因工作日历调整，申报{serial}的办理期限现为{due}'), when: (news) => !inReturn(news) },
  ],
  moveLimit: [
    { ...quiet('submitter', '因办理期限标准调整，申报{serial}的修改期限现为{due}'), when: inReturn },
    { ...quiet('desk', '因办理期限标准调整，申报{serial}的办理期限现为{due}'), when: (news) => !inReturn(news) },
  ],
  moveCutOff: [
    quiet('submitter', '申报{serial}所在集中受理的截止时间已调整，请在{due}前办理'),
    { ...quiet('desk', '申报{serial}所在集中受理的截止时间已调整，请在{due}前办理'), when: (news) => !inReturn(news) },
  ],
  moveWindow: [
    own('submitter', '申报{serial}的受理方式已由{by}调整，请查看原因'),
    { ...quiet('desk', '申报{serial}的受理方式已由{by}调整，请在{due}前办理'), when: (news) => !inReturn(news) },
  ],
  suspect: [
    own('department-admin', '申报{serial}被提出涉密疑问，已暂停办理，请核查'),
    own('submitter', '申报{serial}因需核查暂停办理，期限暂停计算'),
    quiet('unit', '申报{serial}因需核查暂停办理，期限暂停计算'),
  ],
  clear: [
    { ...arrived, sentence: '申报{serial}核查完毕，恢复办理，请{desk}在{due}前办理' },
    own('submitter', '申报{serial}核查完毕，恢复办理'),
  ],
  exclude: [own('submitter', '申报{serial}不属于登记范围，不予登记'), own('unit', '申报{serial}不属于登记范围，不予登记')],
  reportUp: [{ ...arrived, sentence: '登记号{number}的成果已上报{desk}，请确认' }],
  reportAgain: [{ ...arrived, sentence: '登记号{number}的成果已重新上报{desk}，请确认' }],
  acknowledge: [own('submitter', '登记号{number}的成果已上报国家科技成果网并获确认')],
  returnReport: [own('desk', '登记号{number}的上报被{by}退回，请查看原因后重新上报')],
  correct: [own('submitter', corrected), own('unit', corrected), quiet('route', corrected)],
  cancel: [own('submitter', cancelled), own('unit', cancelled), own('route', cancelled)],
  returnChange: [own('registrar', '登记号{number}的更正或注销上报被退回，请查看原因后重新上报')],
  acknowledgeChange: [],
  reportChange: [],
  receivePaper: [quiet('submitter', '申报{serial}的纸质材料已被收到')],
  handInPaper: [quiet('paper-desk', '申报{serial}的纸质材料已交出，请签收')],
  recall: [quiet('submitter', '申报{serial}已由{by}取回'), quiet('next-desk', '申报{serial}已由{by}取回')],
  open: [],
  claim: [],
  judgeLikeness: [],
  confirmEntry: [quiet('submitter', '申报{serial}所列的完成单位或完成人已确认署名')],
  dispute: [
    own('submitter', '申报{serial}所列的完成单位或完成人对署名提出异议，答复前不能放行，请查看并说明或修改'),
    own('unit', '申报{serial}所列的完成单位或完成人对署名提出异议，答复前不能放行，请查看并说明或修改'),
  ],
  settleDispute: [
    quiet('submitter', '申报{serial}的署名异议已由{by}答复'),
    { ...named, sentence: '您或您单位对申报{serial}署名的异议已由{by}答复，请查看' },
  ],
};
