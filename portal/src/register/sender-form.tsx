import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed } from '../api/use-act';
import { Button } from '../shared/button';
import { ReasonForm } from '../shared/reason-form';
import { useRegistrarAct } from './use-registrar-act';

/** Who objects, in full, for a reason that is recorded. */
export function SenderForm({ receipt }: { receipt: string }): React.JSX.Element {
  const { t } = useTranslation('registrar');
  const [isAsked, setAsked] = useState(false);
  const [sender, setSender] = useState<Schemas['SenderDto'] | null>(null);
  const acting = useRegistrarAct(
    (reason: string, key) =>
      answerOf(api.POST('/objections/{receipt}/sender', { ...keyed(key), params: { path: { receipt } }, body: { reason } })),
    (answer) => setSender(answer as Schemas['SenderDto']),
  );
  if (sender !== null) {
    return (
      <p className="well" role="status">
        {sender.name} {sender.contact}
      </p>
    );
  }
  return (
    <div className="ask">
      {isAsked ? (
        <ReasonForm label={t('objections.revealWhy')} act={t('objections.reveal')} acting={acting} most={1_000} />
      ) : (
        <Button onClick={() => setAsked(true)}>{t('objections.revealAsk')}</Button>
      )}
    </div>
  );
}
