import { windowOutcomes } from '@dengke/contract';
import type { WindowOutcome } from '@dengke/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { Moves } from '../deadlines/moves';
import { civilDay } from '../shared/dates';
import { TableBox } from '../shared/table-box';
import { useOrganisationNames } from './use-organisation-names';

type Answer = Schemas['WhatIfAnswer'];

/** What would come otherwise: outcomes side by side, each submission concerned, what moves, and what was supposed of the desks. */
export function WhatIfAnswer({ windowId, answer }: { windowId: string; answer: Answer }): React.JSX.Element {
  const { t } = useTranslation('window');
  const { nameOf } = useOrganisationNames(windowId);
  return (
    <>
      <section className="card" aria-labelledby="outcomes">
        <h2 id="outcomes">{t('whatIf.outcomes')}</h2>
        <p role="status">
          <strong>{t(answer.changed === 0 ? 'whatIf.nothingChanges' : 'whatIf.changed', { count: answer.changed })}</strong>
        </p>
        <Outcomes answer={answer} />
        {answer.changes.length > 0 && <Changes answer={answer} nameOf={nameOf} />}
      </section>
      {answer.deadlines.length > 0 && (
        <section className="card" aria-labelledby="moving">
          <h2 id="moving">{t('whatIf.deadlines')}</h2>
          <Moves moves={answer.deadlines} moved={answer.deadlines.reduce((sum, { count }) => sum + count, 0)} />
        </section>
      )}
      {answer.lateMeanwhile.length > 0 && (
        <section className="card" aria-labelledby="meanwhile">
          <h2 id="meanwhile">{t('whatIf.lateMeanwhile', { count: answer.lateMeanwhile.length })}</h2>
          <ul className="office-list">
            {answer.lateMeanwhile.map((serial) => (
              <li key={serial}>
                <Link to="/review/$serial" params={{ serial }} preload={false}>
                  {serial}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Pace answer={answer} nameOf={nameOf} />
    </>
  );
}

const countOf = (counts: Answer['before'], outcome: WindowOutcome): number => counts.find((one) => one.outcome === outcome)?.count ?? 0;

function Outcomes({ answer: { before, after } }: { answer: Answer }): React.JSX.Element {
  const { t } = useTranslation('window');
  return (
    <TableBox label={t('whatIf.outcomes')}>
      <thead>
        <tr>
          {(['outcome', 'asIs', 'supposed'] as const).map((column) => (
            <th key={column} scope="col" className={column === 'outcome' ? '' : 'number'}>
              {t(`whatIf.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {windowOutcomes.map((outcome) => (
          <tr key={outcome}>
            <th scope="row">{t(`outcomes.${outcome}`)}</th>
            <td className="number">{countOf(before, outcome)}</td>
            <td className="number">{countOf(after, outcome)}</td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}

interface Named {
  answer: Answer;
  nameOf: (id: string | null) => string;
}

function Changes({ answer: { changes, changed }, nameOf }: Named): React.JSX.Element {
  const { t } = useTranslation('window');
  const said = ({ on, outcome }: Schemas['ProjectedDto']): string =>
    on === null ? t(`outcomes.${outcome}`) : `${t(`outcomes.${outcome}`)} · ${civilDay(on)}`;
  return (
    <>
      <TableBox label={t('whatIf.changes')}>
        <thead>
          <tr>
            {(['serial', 'desk', 'asIs', 'supposed'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`whatIf.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ serial, deskId, before, after }) => (
            <tr key={serial}>
              <th scope="row">
                <Link to="/review/$serial" params={{ serial }} preload={false}>
                  {serial}
                </Link>
              </th>
              <td>{nameOf(deskId)}</td>
              <td>{said(before)}</td>
              <td>{said(after)}</td>
            </tr>
          ))}
        </tbody>
      </TableBox>
      {changed > changes.length && <p className="hint">{t('whatIf.firstOf', { count: changes.length })}</p>}
    </>
  );
}

/** What was supposed of the desks: as fast as until now, or to the last day of their limits. */
function Pace({ answer: { pace, desks }, nameOf }: Named): React.JSX.Element {
  const { t } = useTranslation('window');
  return (
    <section className="card" aria-labelledby="pace">
      <h2 id="pace">{t('whatIf.supposed')}</h2>
      <p>{t(`whatIf.paceHints.${pace}`)}</p>
      {pace === 'as-until-now' && desks.length > 0 && (
        <ul className="office-list">
          {desks.map(({ organisationId, workdays, decisions }) => (
            <li key={organisationId}>{t('whatIf.deskPace', { name: nameOf(organisationId), workdays, count: decisions })}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
