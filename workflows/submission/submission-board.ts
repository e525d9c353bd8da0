import { stageKinds, stageRules, submissionAttributes, submissionStates } from '@dengke/contract';
import type { RouteLeg, SubmissionFact } from '@dengke/contract';
import { setCurrentDetails, workflowInfo } from '@temporalio/workflow';
import type { Journey } from '../following/journey';
import { journal, waiting } from '../following/board';
import { SearchAttributeBoard } from '../following/search-attributes';

/** What operators see of a submission in the Temporal UI: ids, stages and instants, never names. */
export function submissionBoard(): (journey: Journey<SubmissionFact>) => void {
  const attributes = new SearchAttributeBoard();
  return (journey) => {
    const about = journey.facts.telling?.about;
    attributes.show(submissionAttributes(journey.last, about));
    const lines = [
      route(journey, about?.legs ?? []),
      standing(journey.last),
      waiting(journey),
      journal(journey),
      ...portalLink(journey.last),
    ];
    setCurrentDetails(lines.join('\n\n'));
  };
}

/** The legs of its route: passed, present, to come. */
function route({ facts, last }: Journey<SubmissionFact>, legs: readonly RouteLeg[]): string {
  const reached = facts.recent.find((fact) => fact.stage !== null)?.stage ?? null;
  const passed = (leg: RouteLeg): boolean => {
    if (last.state === 'reported') {
      return true;
    }
    if (last.state === 'in-publicity' || last.state === 'registered') {
      return leg.kind !== 'ministry';
    }
    return reached !== null && stageKinds.indexOf(leg.kind) < stageKinds.indexOf(reached);
  };
  const tick = (leg: RouteLeg): string => (leg.kind === last.stage ? '▶' : passed(leg) ? '✓' : '·');
  return legs.map((leg) => `${tick(leg)} ${stageRules[leg.kind].label} \`${leg.organisationId}\``).join(' → ');
}

function standing(last: SubmissionFact): string {
  const holder = last.deskId === null ? '' : ` · \`${last.deskId}\``;
  const number = last.registrationNumber === null ? '' : ` · ${last.registrationNumber}`;
  return `**${submissionStates[last.state].label}**${holder} · round ${last.round} · ${last.mode}${number}`;
}

/** Its page in the portal, as the memo of its start says; the next run has it too. */
function portalLink({ serial }: SubmissionFact): string[] {
  const portal = workflowInfo().memo?.['portal'];
  return typeof portal === 'string' ? [`[${serial}](${portal})`] : [];
}
