import { taskQueues } from '@dengke/contract';
import type { Divergence, DivergenceKind, WorkflowProgress } from '@dengke/contract';
import type { WantedWorkflow } from '../ledger/relay-target';
import type { WorkflowSight } from './workflow-sights';

/** What a subject's ledger has: its last number, and what that makes of its workflow. */
export interface LedgerSide {
  lastNumber: number;
  wanted: WantedWorkflow;
}

export type Finding = Pick<Divergence, 'kind' | 'because'> | 'silent' | null;

/** Compares one workflow with its ledger; the first thing that is out of step, as the others follow from it. Null: in step. */
export function findingOf(ledger: LedgerSide | null, seen: WorkflowSight | null): Finding {
  if (ledger === null) {
    return seen?.isRunning === true ? found('orphan', `${seen.type} runs`) : null;
  }
  const { wanted } = ledger;
  if (seen === null) {
    return wanted.isOver ? null : found('missing', `${wanted.state}, fact ${ledger.lastNumber}`);
  }
  if (wanted.isOver) {
    return seen.isRunning && !isTelling(ledger, seen.progress)
      ? found('goes-on', `over as ${wanted.state}; it says ${said(seen.progress)}`)
      : null;
  }
  if (!seen.isRunning) {
    return found('ended', `${seen.status}, and it is ${wanted.state}`);
  }
  if (seen.type !== wanted.type || seen.taskQueue !== taskQueues.workflows) {
    return found('misfit', `${seen.type} on ${seen.taskQueue}`);
  }
  return seen.progress === null ? 'silent' : outOfStep(ledger, seen.progress, seen.attributes);
}

function outOfStep({ lastNumber, wanted }: LedgerSide, progress: WorkflowProgress, attributes: WorkflowSight['attributes']): Finding {
  const { lastFact, state, waitsUntil } = progress;
  if (lastFact !== lastNumber) {
    return found(lastFact < lastNumber ? 'behind' : 'ahead', `followed to ${lastFact} of ${lastNumber}`);
  }
  if (state !== wanted.state) {
    return found('astray', `${state} instead of ${wanted.state}`);
  }
  if (isTelling({ lastNumber, wanted }, progress)) {
    return null;
  }
  if (wanted.waitsUntil !== undefined && !wanted.waitsUntil.includes(waitsUntil)) {
    return found('wrong-deadline', `${waitsUntil ?? 'nothing'} instead of ${wanted.waitsUntil.map((at) => at ?? 'nothing').join(' or ')}`);
  }
  const other = Object.entries(wanted.attributes).filter(([name, value]) => shown(attributes[name]) !== (value ?? null));
  const because = other.map(([name, value]) => `${name} ${String(shown(attributes[name]))} instead of ${value}`).join(', ');
  return other.length === 0 ? null : found('wrong-attributes', because);
}

const isTelling = ({ lastNumber, wanted }: LedgerSide, progress: WorkflowProgress | null): boolean =>
  wanted.tellsOf !== undefined && progress?.lastFact === lastNumber && progress.waitsUntil === wanted.tellsOf;

const found = (kind: DivergenceKind, because: string): Finding => ({ kind, because });

const said = (progress: WorkflowProgress | null): string =>
  progress === null ? 'nothing' : `fact ${progress.lastFact}, ${progress.state}`;

const shown = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : (value ?? null));
