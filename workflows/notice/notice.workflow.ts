/**
 * One letter of the notice cascade 通知 (S1, S20, S43, P4), from its issue until nothing is left to wait for.
 * Its addressees are told page by page; each forwards it by a letter of its own, with a workflow of its own: C ⊃ B ⊃ A is a tree of small histories.
 * The issuer may urge and withdraw. When the last day for answers is over the issuer learns who is late; late answers are still taken (P5, P31).
 * What single addressees do is not heard here: the daily digests and the gap report read it from the table.
 * It ends due, withdrawn, or issued where no answer is asked for.
 */
import { noticeStates, taskQueues } from '@dengke/contract';
import type { NoticeFact, NoticeInput, NoticeOutcome, NotificationsActivities } from '@dengke/contract';
import { noticeFacts } from '@dengke/contract/messages';
import { continueAsNew, proxyActivities, setCurrentDetails } from '@temporalio/workflow';
import { journal, waiting } from '../following/board';
import { Journey } from '../following/journey';
import { patience } from '../following/patience';
import { SearchAttributeBoard } from '../following/search-attributes';

type NoticeJourney = Journey<NoticeFact>;

const notifications = proxyActivities<NotificationsActivities>({ taskQueue: taskQueues.notifications, ...patience });

export async function notice({ id, pausedFor }: NoticeInput): Promise<NoticeOutcome> {
  const journey = await followed(id, pausedFor).begin();
  let told = await addresseesAreTold(journey, 0);
  while (waitsForAnswers(journey.last)) {
    const movedBefore = await journey.movedBefore(journey.last.dueAt, 'the last day for answers');
    if (!movedBefore) {
      await fallsDue(journey);
    }
    told = await addresseesAreTold(journey, told);
    if (journey.startsAfresh && waitsForAnswers(journey.last)) {
      await journey.conclude();
      await continueAsNew<typeof notice>({ id, ...journey.pause });
    }
  }
  await journey.conclude();
  return { id, state: journey.last.state, lastFact: journey.last.number };
}

const waitsForAnswers = ({ state, dueAt }: NoticeFact): boolean => noticeStates[state].open && dueAt !== null;

function followed(noticeId: string, pausedFor: string | undefined): NoticeJourney {
  const factsAfter = (after: number) =>
    notifications.noticeFactsAfter.executeWithOptions({ summary: `facts after ${after}` }, [{ noticeId, after }]);
  const attributes = new SearchAttributeBoard();
  const show = (journey: NoticeJourney): void => {
    const { state, issuerId, number, dueAt } = journey.last;
    attributes.show({ Organiser: issuerId, LastFact: number, DueAt: dueAt });
    setCurrentDetails([`**${noticeStates[state].label}** · \`${issuerId}\``, waiting(journey), journal(journey)].join('\n\n'));
  };
  return new Journey({ factsSignal: noticeFacts, factsAfter, show }, pausedFor);
}

/** Everybody it is sent to hears of what has happened since; what was told stands in the service, so that a new run tells nothing twice. */
async function addresseesAreTold(journey: NoticeJourney, told: number): Promise<number> {
  let upTo = told;
  while (upTo < journey.last.number) {
    upTo = journey.last.number;
    journey.deadline = { at: journey.last.at, meaning: 'the addressees are told' };
    let cursor: string | null = null;
    do {
      const summary = `told up to ${upTo}`;
      const { noticeId } = journey.last;
      const page: { next: string | null } = await notifications.tellAddressees.executeWithOptions({ summary }, [
        { noticeId, upTo, cursor },
      ]);
      cursor = page.next;
    } while (cursor !== null);
    journey.deadline = null;
    await journey.follow();
  }
  return upTo;
}

async function fallsDue(journey: NoticeJourney): Promise<void> {
  const { noticeId } = journey.last;
  await journey.timeActs((due) => notifications.noticeFallsDue.executeWithOptions({ summary: 'who is late' }, [{ noticeId, ...due }]));
}
