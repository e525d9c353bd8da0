import { formEditions } from '@dengke/contract/forms';
import type { RowField } from '@dengke/contract/forms';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import { isBlank } from '../draft/form-values';
import { FormValue } from '../review/form-value';
import { ActForm } from '../shared/act-form';
import { Answered } from '../shared/answered';
import { instantOf } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { Trouble } from '../shared/trouble';
import { entryQuery } from './entries';
import { Identify } from './identify';

type Entry = Schemas['OwnEntryPage'];

/** One’s own entries in one submission: confirmed, or disputed with a reason before the unit has released it. */
export function EntryPage(): React.JSX.Element {
  const { t } = useTranslation('entries');
  const { serial } = useParams({ from: '/signed-in/entries/$serial' });
  const query = useQuery(entryQuery(serial));
  return (
    <Answered query={query} lines={6}>
      {(entries) => (
        <>
          <PageHead title={entries[0]?.name ?? t('title')} />
          <div className="cards narrow">
            {entries.map((entry) => (
              <Own key={entry.party} entry={entry} />
            ))}
          </div>
        </>
      )}
    </Answered>
  );
}

function Own({ entry }: { entry: Entry }): React.JSX.Element {
  const { t } = useTranslation('entries');
  const queries = useQueryClient();
  const { serial, party, as, rank, standing, open, words, personId } = entry;
  const renew = () => queries.invalidateQueries({ queryKey: ['entries'] });
  const confirming = useAct(
    (_: void, key) =>
      answerOf(api.POST('/entries/{serial}/confirm', { ...keyed(key), params: { path: { serial } }, body: { entry: party } })),
    renew,
  );
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>
        {t(`as.${as}`)} <span className={standing === 'unanswered' ? 'tag mend' : 'tag busy'}>{t(`standings.${standing}`)}</span>
      </h2>
      <p className="hint">{t(open ? 'openHint' : 'closedHint', { serial })}</p>
      {entry.entry === null ? <p>{t('namedNoMore')}</p> : <Fields as={as} entry={entry.entry} rank={rank} />}
      {words.length > 0 && (
        <ol className="line-list" aria-label={t('words')}>
          {words.map(({ act, at, reason }) => (
            <li key={`${act} ${at}`}>
              <span>
                {t(`acts.${act}`)}
                {reason !== null && <span className="hint">{reason}</span>}
              </span>
              <span className="hint">{instantOf(at)}</span>
            </li>
          ))}
        </ol>
      )}
      {as === 'colleague' && entry.entry !== null && (personId === null || standing === 'unanswered') && (
        <Identify entry={entry} onDone={renew} />
      )}
      {confirming.error !== null && <Trouble error={confirming.error} />}
      {entry.entry !== null && personId === null && (
        <div className="acts">
          {standing !== 'confirmed' && (
            <button type="button" className="plain-button" disabled={confirming.isPending} onClick={() => confirming.send()}>
              {t('confirm')}
            </button>
          )}
          {open && standing !== 'disputed' && (
            <ActForm
              label={t('dispute')}
              hint={t('disputeHint')}
              values={{ entry: party }}
              send={(body, key) => answerOf(api.POST('/entries/{serial}/dispute', { ...keyed(key), params: { path: { serial } }, body }))}
              onDone={renew}
            />
          )}
        </div>
      )}
    </section>
  );
}

/** As it stands in the form, under the form’s own names; ids that stand there are nobody’s to read. */
function Fields({ as, entry, rank }: Pick<Entry, 'as' | 'rank'> & { entry: Record<string, unknown> }): React.JSX.Element {
  const { t } = useTranslation('entries');
  const shown = cellsOf(as === 'unit' ? 'units' : 'completers').filter(({ key, kind }) => kind.is !== 'id' && !isBlank(entry[key]));
  return (
    <dl className="facts">
      {rank !== null && (
        <div>
          <dt>{t('place')}</dt>
          <dd>{t('rank', { rank })}</dd>
        </div>
      )}
      {shown.map(({ key, label, kind }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            <FormValue kind={kind} value={entry[key]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What a row of the list asks, as the newest edition of the form has it. */
function cellsOf(list: 'units' | 'completers'): readonly RowField[] {
  const fields = formEditions.flatMap(({ sections }) => sections.flatMap((section) => section.fields));
  const kind = fields.findLast(({ key }) => key === list)?.kind;
  return kind?.is === 'rows' ? kind.fields : [];
}
