import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed } from '../api/use-act';
import { Answered } from '../shared/answered';
import { Button } from '../shared/button';
import { civilDay, instantOf } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { ReasonForm } from '../shared/reason-form';
import { Trouble } from '../shared/trouble';
import { WithdrawCorrection } from '../submit/withdraw-correction';
import { correctionQuery } from './reading';
import { useRegistrarAct } from './use-registrar-act';

type Correction = Schemas['CorrectionPage'];

/** One correction: each field as it is registered and as it shall be, the document it rests on, and the decision; its unit, whom mails lead here, may withdraw it. */
export function CorrectionPage(): React.JSX.Element {
  const { t } = useTranslation('registrar');
  const me = useMe();
  const isOfUnit = me.position.organisationKind === 'unit';
  const { id } = useParams({ from: '/signed-in/corrections/$id' });
  const query = useQuery(correctionQuery(id));
  return (
    <Answered query={query} lines={8}>
      {(correction) => (
        <>
          <PageHead title={t('corrections.one', { number: correction.registrationNumber })} />
          <p>
            <Link to={isOfUnit ? '/submissions/$serial' : '/registered/$serial'} params={{ serial: correction.serial }}>
              {t('corrections.toEntry')}
            </Link>
          </p>
          <div className="cards">
            <section className="card" aria-labelledby="changes">
              <h2 id="changes">
                {t('corrections.changes')} <span className="hint">{t(`corrections.states.${correction.state}`)}</span>
              </h2>
              <Changes correction={correction} />
              <p className="hint">{t('corrections.due', { day: civilDay(correction.dueOn), source: correction.limitSource })}</p>
              <p>
                <a href={`/api/v1/corrections/${id}/document`} download>
                  {t('document')}
                </a>
              </p>
            </section>
            <Timeline correction={correction} />
            <WithdrawCorrection correction={correction} />
            {me.position.organisationKind === 'department' && <Decision correction={correction} />}
          </div>
        </>
      )}
    </Answered>
  );
}

const said = (value: Correction['changes'][number]['from']): string =>
  typeof value === 'string' ? value : value.map((one) => (typeof one === 'string' ? one : `${one.name}（${one.uscc}）`)).join('、');

function Changes({ correction: { changes } }: { correction: Correction }): React.JSX.Element {
  const { t } = useTranslation('registrar');
  return (
    <dl className="facts">
      {changes.map(({ field, from, to }) => (
        <div key={field} className="whole">
          <dt>{t(`corrections.fields.${field}`)}</dt>
          <dd>
            {t('corrections.from')}：<del>{said(from)}</del>
          </dd>
          <dd>
            {t('corrections.to')}：<ins>{said(to)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Timeline({ correction: { timeline } }: { correction: Correction }): React.JSX.Element {
  const { t } = useTranslation('registrar');
  return (
    <section className="card" aria-labelledby="timeline">
      <h2 id="timeline">{t('timeline')}</h2>
      <ol className="office-list">
        {timeline.map(({ number, act, at, text }) => (
          <li key={number}>
            {t(`corrections.acts.${act as 'ask'}`)} <time dateTime={at}>{instantOf(at)}</time>
            {typeof text?.['reason'] === 'string' && <p className="as-said">{text['reason']}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Decision({ correction: { id, state } }: { correction: Correction }): React.JSX.Element | null {
  const { t } = useTranslation('registrar');
  const [refuses, setRefuses] = useState(false);
  const params = { path: { id } };
  const approving = useRegistrarAct((_: void, key) => answerOf(api.POST('/corrections/{id}/approve', { ...keyed(key), params })));
  const refusing = useRegistrarAct((reason: string, key) =>
    answerOf(api.POST('/corrections/{id}/refuse', { ...keyed(key), params, body: { reason } })),
  );
  const isOpen = state === 'asked';
  // Where it was decided or withdrawn meanwhile, why the act was refused and what somebody was writing stay to be read.
  if (!isOpen && approving.error === null && refusing.error === null) {
    return null;
  }
  return (
    <section className="card" aria-labelledby="decide">
      <h2 id="decide">{t('decide')}</h2>
      {isOpen && (
        <>
          <p className="hint">{t('corrections.approveHint')}</p>
          <div className="acts">
            <Button primary disabled={approving.isPending} onClick={() => approving.send()}>
              {t('corrections.approve')}
            </Button>
            <Button aria-expanded={refuses} onClick={() => setRefuses(!refuses)}>
              {t('corrections.refuse')}
            </Button>
          </div>
        </>
      )}
      {approving.error !== null && <Trouble error={approving.error} />}
      {refuses && (
        <div className="ask">
          <ReasonForm label={t('reason')} act={t('confirm', { act: t('corrections.refuse') })} acting={refusing} danger />
        </div>
      )}
    </section>
  );
}
