import type { ApplicationAct } from './applications';
import type { NoticeAct } from './notices';
import type { SubmissionAct } from './submission-acts';

/** What a message is about, as far as its reader may choose how it comes. The inbox has every one of them, always. */
export const messageTopics = ['deadline', 'return', 'decision', 'access', 'notice', 'arrival', 'progress'] as const;
export type MessageTopic = (typeof messageTopics)[number];

/** Ways to a person beside the inbox. */
export const messageChannels = ['mail', 'sms'] as const;
export type MessageChannel = (typeof messageChannels)[number];

export interface TopicRule {
  label: string;
  /** Whether its mails may be unsubscribed. Not where a right or a duty hangs on having been told. */
  mailMayBeLeft: boolean;
}

export const topicRules: Record<MessageTopic, TopicRule> = {
  deadline: { label: '本岗位事项的期限、催办与逾期', mailMayBeLeft: false },
  return: { label: '退回与补正', mailMayBeLeft: false },
  decision: { label: '办理结果及其他须知事项', mailMayBeLeft: false },
  access: { label: '账号与口令', mailMayBeLeft: false },
  notice: { label: '通知的收发、签收与反馈', mailMayBeLeft: false },
  arrival: { label: '新送达的申报与申请', mailMayBeLeft: true },
  progress: { label: '办理进展', mailMayBeLeft: true },
};

type MessageKind =
  | `submission.${SubmissionAct}`
  | `${'credential' | 'organiser'}Application.${ApplicationAct}`
  | `notice.${NoticeAct}`
  | 'digest'
  | 'first-password';

const topicOfKind: Partial<Record<MessageKind, MessageTopic>> = {
  digest: 'deadline',
  'submission.urge': 'deadline',
  'submission.escalate': 'deadline',
  'submission.recount': 'deadline',
  'submission.extend': 'deadline',
  'submission.moveLimit': 'deadline',
  'submission.moveCutOff': 'deadline',
  'credentialApplication.escalate': 'deadline',
  'organiserApplication.escalate': 'deadline',
  'submission.return': 'return',
  'submission.returnReport': 'return',
  'submission.returnChange': 'return',
  'first-password': 'access',
  'notice.issue': 'notice',
  'notice.urge': 'notice',
  'notice.withdraw': 'notice',
  'notice.fallDue': 'notice',
  'notice.escalate': 'notice',
  'submission.submit': 'arrival',
  'submission.resubmit': 'arrival',
  'submission.release': 'arrival',
  'submission.recommend': 'arrival',
  'submission.reportUp': 'arrival',
  'submission.reportAgain': 'arrival',
  'credentialApplication.apply': 'arrival',
  'credentialApplication.redirect': 'arrival',
  'organiserApplication.apply': 'arrival',
  'submission.acknowledge': 'progress',
  'submission.handInPaper': 'progress',
  'submission.receivePaper': 'progress',
  'submission.recall': 'progress',
};

/** What is not listed has to be known. */
export const topicOf = (kind: string): MessageTopic => topicOfKind[kind as MessageKind] ?? 'decision';

/** How somebody wants the messages of one topic; without a choice they come by mail and not by SMS. */
export type ChannelChoices = Record<MessageChannel, boolean>;

/** What a choice comes to: mail of what may not be left comes whatever was chosen. */
export const channelsFor = (topic: MessageTopic, { mail, sms }: ChannelChoices = { mail: true, sms: false }): ChannelChoices => ({
  mail: mail || !topicRules[topic].mailMayBeLeft,
  sms,
});
