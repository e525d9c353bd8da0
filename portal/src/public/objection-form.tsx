import { objectionKinds } from '@dengke/contract';
import type { ObjectionKind, Objector } from '@dengke/contract';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useAct } from '../api/use-act';
import { ThereAgain, useKept } from '../shared/kept';
import { Trouble } from '../shared/trouble';
import { FilesField } from './files-field';
import type { Objected, Objecting } from './objecting';
import { object } from './objecting';
import { Receipt } from './receipt';

const kinds = Object.keys(objectionKinds) as ObjectionKind[];
const mostFiles = 5;
const nothing: Objecting = { kinds: [], grounds: '', objector: 'person', name: '', contact: '', files: [] };

/** An objection in writing: by somebody with the real name, or by a unit with its seal, and how to reach them (P33). */
export function ObjectionForm({ serial }: { serial: string }): React.JSX.Element {
  const { t } = useTranslation('visitors');
  const kept = useKept(`objection-${serial}`, nothing, ['name', 'contact', 'seal', 'files']);
  const { form: objecting, set } = kept;
  const [isBare, setBare] = useState(false);
  const [receipt, setReceipt] = useState<Objected | null>(null);
  const sending = useAct(
    (input: Objecting, key) => object(serial, input, key),
    (objected) => {
      kept.letGo();
      setReceipt(objected);
    },
  );
  if (receipt !== null) {
    const { receipt: number, secret, flaw } = receipt;
    return (
      <Receipt
        said={{ words: t(flaw === null ? 'objection.received' : `objection.flaws.${flaw}`), isWell: flaw === null }}
        numbers={[
          { name: t('standing.receipt'), value: number },
          { name: t('standing.secret'), value: secret },
        ]}
        keep={t('objection.keep')}
        standing={{ to: '/objection-standing', words: t('standing.title') }}
      />
    );
  }
  return (
    <form
      className="plain-form"
      onSubmit={(event) => {
        event.preventDefault();
        setBare(objecting.kinds.length === 0);
        if (objecting.kinds.length > 0) {
          sending.send(objecting);
        }
      }}
    >
      <ThereAgain kept={kept} lacks={['contacts', 'files']} />
      <p>{t('objection.how')}</p>
      <Kinds chosen={objecting.kinds} choose={(chosen) => set({ kinds: chosen })} />
      {isBare && objecting.kinds.length === 0 && (
        <p className="trouble" role="alert">
          {t('objection.noKind')}
        </p>
      )}
      <label>
        {t('objection.grounds')}
        <textarea
          rows={6}
          maxLength={10_000}
          required
          value={objecting.grounds}
          onChange={({ target }) => set({ grounds: target.value })}
        />
      </label>
      <Sender objecting={objecting} set={set} />
      <FilesField
        label={t('objection.files')}
        hint={t('objection.filesHint', { count: mostFiles })}
        files={objecting.files}
        most={mostFiles}
        choose={(files) => set({ files })}
      />
      {sending.error !== null && <Trouble error={sending.error} />}
      <div>
        <button type="submit" className="plain-button" disabled={sending.isPending}>
          {t(sending.isPending ? 'objection.sending' : 'objection.send')}
        </button>
      </div>
    </form>
  );
}

function Kinds({ chosen, choose }: { chosen: ObjectionKind[]; choose: (chosen: ObjectionKind[]) => void }): React.JSX.Element {
  const { t } = useTranslation('visitors');
  return (
    <fieldset className="choices">
      <legend>{t('objection.about')}</legend>
      {kinds.map((kind) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={chosen.includes(kind)}
            onChange={({ target }) => choose(target.checked ? [...chosen, kind] : chosen.filter((one) => one !== kind))}
          />
          {t(`objection.kinds.${kind}`)}
        </label>
      ))}
    </fieldset>
  );
}

const objectors: readonly Objector[] = ['person', 'unit'];

function Sender({ objecting, set }: { objecting: Objecting; set: (part: Partial<Objecting>) => void }): React.JSX.Element {
  const { t } = useTranslation('visitors');
  const { objector, name, contact, seal } = objecting;
  return (
    <>
      <fieldset className="choices">
        <legend>{t('objection.objector')}</legend>
        {objectors.map((one) => (
          <label key={one}>
            <input type="radio" name="objector" checked={objector === one} onChange={() => set({ objector: one })} />
            {t(`objection.objectors.${one}`)}
          </label>
        ))}
      </fieldset>
      <label>
        {t(`objection.names.${objector}`)}
        <input
          value={name}
          onChange={({ target }) => set({ name: target.value })}
          autoComplete={objector === 'person' ? 'name' : 'organization'}
          maxLength={120}
          required
        />
      </label>
      <label>
        {t('objection.contact')}
        <input value={contact} onChange={({ target }) => set({ contact: target.value })} maxLength={200} required />
      </label>
      <p className="hint">{t('objection.keptSecret')}</p>
      {objector === 'unit' && (
        <FilesField
          label={t('objection.seal')}
          hint={t('objection.sealHint')}
          files={seal === undefined ? [] : [seal]}
          most={1}
          isRequired
          choose={([one]) => set({ seal: one })}
        />
      )}
    </>
  );
}
