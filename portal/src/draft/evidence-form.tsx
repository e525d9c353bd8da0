import type { EvidenceKind } from '@dengke/contract';
import { Progress } from 'antd';
import { useId, useRef, useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useAct } from '../api/use-act';
import { Button } from '../shared/button';
import { Refusal } from '../shared/refusal';
import { handIn } from './hand-in';
import type { Piece } from './hand-in';
import { kindName } from './kind-name';

interface Props {
  draftId: string;
  kinds: readonly EvidenceKind[];
  onDone: () => Promise<void>;
  onCancel: () => void;
}

/** One more piece: its kind, number and date, and its file, sent in pieces that survive a broken line. */
export function EvidenceForm({ draftId, kinds, onDone, onCancel }: Props): React.JSX.Element {
  const { t } = useTranslation(['draft', 'shell']);
  const [share, setShare] = useState(0);
  const file = useRef<HTMLInputElement>(null);
  const stopping = useRef(new AbortController());
  const id = useId();
  const sending = useAct(
    (piece: Piece, key) => handIn(draftId, piece, file.current?.files?.[0], key, { onShare: setShare, signal: stopping.current.signal }),
    onDone,
  );
  const cancel = (): void => {
    stopping.current.abort();
    onCancel();
  };
  return (
    <form
      className="plain-form evidence-form"
      onSubmit={(event) => {
        event.preventDefault();
        const said = new FormData(event.currentTarget);
        setShare(0);
        sending.send({ kind: said.get('kind') as EvidenceKind, number: text(said.get('number')), issuedOn: text(said.get('issuedOn')) });
      }}
    >
      <label>
        {t('draft:kind')}
        <select name="kind" required defaultValue="">
          <option value="" disabled>
            {t('draft:choose')}
          </option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindName(kind)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('draft:evidenceNumber')}
        <input name="number" required maxLength={80} />
      </label>
      <label>
        {t('draft:issuedOn')}
        <input name="issuedOn" type="date" required />
      </label>
      <label>
        {t('draft:file')}
        <input ref={file} name="file" type="file" required accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx" aria-describedby={id} />
      </label>
      <p className="hint" id={id}>
        {t('draft:fileHint')}
      </p>
      {sending.isPending && <Progress percent={Math.round(share * 100)} status="active" aria-label={t('draft:uploading')} />}
      {sending.error !== null && <Refusal error={sending.error} />}
      <div className="form-acts">
        <Button primary type="submit" disabled={sending.isPending}>
          {t(sending.error === null ? 'draft:upload' : 'draft:uploadAgain')}
        </Button>
        <Button onClick={cancel}>{t('shell:cancel')}</Button>
      </div>
    </form>
  );
}

const text = (value: FormDataEntryValue | null): string => (typeof value === 'string' ? value.trim() : '');
