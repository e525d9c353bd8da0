import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed } from '../api/use-act';
import { Button } from '../shared/button';
import { ReasonForm } from '../shared/reason-form';
import { Trouble } from '../shared/trouble';
import { useRegistrarAct } from './use-registrar-act';

type Doing = 'accept' | 'decline' | 'overrule' | 'uphold' | 'note';

/** What an objection permits as it stands: received, it is accepted or declined; accepted, it is decided. */
const permitted: Partial<Record<Schemas['ObjectionPageDto']['state'], readonly Doing[]>> = {
  received: ['accept', 'decline', 'note'],
  accepted: ['overrule', 'uphold', 'note'],
};

function send(doing: Doing, receipt: string, words: string, key: string): Promise<unknown> {
  const sent = { ...keyed(key), params: { path: { receipt } } };
  const body = words === '' ? {} : { reason: words };
  return {
    accept: () => answerOf(api.POST('/objections/{receipt}/accept', { ...sent, body })),
    decline: () => answerOf(api.POST('/objections/{receipt}/decline', { ...sent, body })),
    overrule: () => answerOf(api.POST('/objections/{receipt}/overrule', { ...sent, body })),
    uphold: () => answerOf(api.POST('/objections/{receipt}/uphold', { ...sent, body })),
    note: () => answerOf(api.POST('/objections/{receipt}/notes', { ...sent, body: { words } })),
  }[doing]();
}

/** What the registrar does with an objection; a decision has its reason, and the two that end it want the second factor. */
export function Deciding({ objection: { receipt, state } }: { objection: Schemas['ObjectionPageDto'] }): React.JSX.Element | null {
  const { t } = useTranslation('registrar');
  const [doing, setDoing] = useState<Doing | null>(null);
  const acting = useRegistrarAct(
    ({ act, words }: { act: Doing; words: string }, key) => send(act, receipt, words, key),
    () => setDoing(null),
  );
  const possible = permitted[state] ?? [];
  // What somebody was writing while a colleague was quicker stays to be read.
  if (possible.length === 0 && doing === null) {
    return null;
  }
  return (
    <section className="card" aria-labelledby="deciding">
      <h2 id="deciding">{t('decide')}</h2>
      <div className="acts">
        {possible.map((act) => (
          <Button
            key={act}
            primary={act === 'accept'}
            danger={act === 'uphold'}
            disabled={acting.isPending}
            aria-expanded={doing === act}
            onClick={() => (setDoing(doing === act ? null : act), acting.forgetError())}
          >
            {t(`objections.doings.${act}`)}
          </Button>
        ))}
      </div>
      {doing !== null && (
        <div className="ask">
          {doing !== 'note' && <p className="hint">{t(`objections.doingHints.${doing}`)}</p>}
          {doing === 'accept' ? (
            <>
              {acting.error !== null && <Trouble error={acting.error} />}
              <Button primary disabled={acting.isPending} onClick={() => acting.send({ act: doing, words: '' })}>
                {t('confirm', { act: t('objections.doings.accept') })}
              </Button>
            </>
          ) : (
            <ReasonForm
              key={doing}
              label={t(doing === 'note' ? 'objections.noteWords' : 'reason')}
              act={t('confirm', { act: t(`objections.doings.${doing}`) })}
              acting={{ ...acting, send: (words) => acting.send({ act: doing, words }) }}
              danger={doing === 'uphold'}
            />
          )}
        </div>
      )}
    </section>
  );
}
