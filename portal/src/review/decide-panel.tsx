import { stageRules, unansweredOf } from '@dengke/contract';
import type { JudgingStage } from '@dengke/contract';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { Button } from '../shared/button';
import { PassForm, RefuseForm, ReturnForm } from './decision-forms';
import type { DecisionProps } from './decision-forms';
import { useUnsettled } from './disputes-panel';
import { findingsOf, itemsOf } from './notes';
import type { Noting } from './notes';
import type { Place } from './places';
import { ReassignForm } from './reassign-form';

interface Props {
  progress: Schemas['ProgressDto'];
  stage: JudgingStage;
  list: Schemas['CheckList'];
  noting: Noting;
  places: readonly Place[];
  /** No version is approved before its paper has come (P28). */
  lacksPaper: boolean;
}

const doings = ['pass', 'return', 'reject', 'reassign'] as const;
type Doing = (typeof doings)[number];

/** What the desk may decide of it, each with what it takes. What is not possible yet says why. */
export function DecidePanel({ progress, stage, list, noting, places, lacksPaper }: Props): React.JSX.Element {
  const { t } = useTranslation(['review', 'journey']);
  const [doing, setDoing] = useState<Doing | null>(null);
  const { passes } = stageRules[stage];
  const findings = findingsOf(noting.notes);
  const open = list.compulsory ? unansweredOf(list.items, findings).length : 0;
  const failed = findings.filter(({ answer }) => answer === 'not').length;
  const common: DecisionProps = {
    serial: progress.serial,
    seen: { stage, round: progress.round },
    findings: list.compulsory && open === 0 ? findings : [],
    items: itemsOf(noting.notes),
    noting,
    places,
    onCancel: () => setDoing(null),
  };
  const unsettled = useUnsettled(progress.serial, stage);
  const hinders: Partial<Record<Doing, string>> = {
    ...(unsettled > 0 ? { pass: t('review:disputes.first', { count: unsettled, act: t(`journey:acts.${passes}`) }) } : {}),
    ...(lacksPaper && passes === 'approve' ? { pass: t('review:paperFirst', { version: progress.round }) } : {}),
    ...(open > 0 ? { pass: t('review:open', { count: open }) } : failed > 0 ? { pass: t('review:failed', { count: failed }) } : {}),
    ...(list.compulsory && (open > 0 || failed === 0) ? { reject: t('review:rejectNeeds') } : {}),
    ...(common.items.length === 0 ? { return: t('review:returnNeeds') } : {}),
  };
  return (
    <section className="decide" aria-labelledby="title-decide">
      <h2 id="title-decide">{t('review:decision')}</h2>
      <div className="many-acts" role="group" aria-labelledby="title-decide">
        {doings.map((one) => (
          <Button
            key={one}
            primary={one === 'pass'}
            danger={one === 'reject'}
            disabled={hinders[one] !== undefined}
            aria-expanded={doing === one}
            onClick={() => setDoing(doing === one ? null : one)}
          >
            {t(`journey:acts.${one === 'pass' ? passes : one}`)}
          </Button>
        ))}
      </div>
      <ul className="hint">
        {[...new Set(Object.values(hinders))].map((why) => (
          <li key={why}>{why}</li>
        ))}
      </ul>
      {doing === 'pass' && <PassForm {...common} act={passes} />}
      {doing === 'return' && <ReturnForm {...common} />}
      {doing === 'reject' && <RefuseForm {...common} />}
      {doing === 'reassign' && <ReassignForm serial={progress.serial} seen={common.seen} stage={stage} onDone={common.onCancel} />}
    </section>
  );
}
