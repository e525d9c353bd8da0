import { actRules, leadsTo, submissionActs, submissionStates } from '@dengke/contract';
import type { SubmissionAct, SubmissionState } from '@dengke/contract';

const id = (state: string): string => state.replaceAll('-', '_');

/** The state diagram of docs/journey.md, drawn from the tables of the contract. */
export function journeyDiagram(): string {
  const states = Object.entries(submissionStates).map(([state, { label }]) => `    ${id(state)} : ${state} ${label}`);
  const ends = Object.entries(submissionStates)
    .filter(([, { over }]) => over)
    .map(([state]) => `    ${id(state)} --> [*]`);
  return ['```mermaid', 'stateDiagram-v2', ...states, '    [*] --> in_review : submit', ...arrows(), ...ends, '```'].join('\n');
}

function arrows(): string[] {
  const found = new Map<string, string[]>();
  for (const act of submissionActs) {
    for (const state of actRules[act].from) {
      for (const target of drawn(act, state)) {
        const key = `${id(state)} --> ${id(target)}`;
        found.set(key, [...(found.get(key) ?? []), act]);
      }
    }
  }
  return [...found].map(([arrow, acts]) => `    ${arrow} : ${acts.join(', ')}`);
}

/** What keeps the state draws no arrow, unless it goes on to the next stage of the route. */
const drawn = (act: SubmissionAct, state: SubmissionState): readonly SubmissionState[] =>
  actRules[act].to === 'same' ? [] : leadsTo(act, state);

/** The table of acts: who may do what, from which state, on what ground. */
export function actsTable(): string {
  const rows = submissionActs.map((act) => {
    const { by, from, to, provisions } = actRules[act];
    return `| \`${act}\` | ${by} | ${from.join(', ') || '–'} | ${to} | ${provisions} |`;
  });
  return ['| act | by | from | to | provisions |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}
