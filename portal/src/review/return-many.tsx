import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import { Button } from '../shared/button';
import { Trouble } from '../shared/trouble';
import type { ManyProps } from './recommend-many';

/** The same reason for each, and the same thing to mend: of the evidence, since each form has its own fields. */
export function ReturnMany({ lines, onDone, onCancel }: ManyProps): React.JSX.Element {
  const { t } = useTranslation(['review', 'shell']);
  const [reason, setReason] = useState('');
  const [remark, setRemark] = useState('');
  const acting = useAct(
    (_: void, key) =>
      answerOf(
        api.POST('/submissions/return', {
          ...keyed(key),
          body: {
            submissions: lines.map(({ serial, stage, round }) => ({ serial, seen: { stage, round } })),
            reason: reason.trim(),
            items: [{ field: 'evidence', remark: remark.trim() }],
          },
        }),
      ),
    onDone,
  );
  const isReady = reason.trim() !== '' && remark.trim() !== '';
  return (
    <form
      className="plain-form"
      onSubmit={(event) => {
        event.preventDefault();
        acting.send();
      }}
    >
      <label>
        {t('review:returnReason')}
        <textarea rows={2} maxLength={2000} required value={reason} onChange={({ target }) => setReason(target.value)} />
      </label>
      <label>
        {t('review:mendEvidence')}
        <textarea rows={2} maxLength={1000} required value={remark} onChange={({ target }) => setRemark(target.value)} />
      </label>
      {acting.error !== null && <Trouble error={acting.error} />}
      <div className="many-acts">
        <Button primary danger type="submit" disabled={!isReady || acting.isPending}>
          {t('review:returnCount', { count: lines.length })}
        </Button>
        <Button onClick={onCancel}>{t('shell:cancel')}</Button>
      </div>
    </form>
  );
}
