import type { CorrectableField, RegisteredContent } from '@dengke/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { renewed } from '../api/renewed';
import { keyed, useAct } from '../api/use-act';
import { rowsOf } from '../draft/form-values';
import { Answered } from '../shared/answered';
import { Button } from '../shared/button';
import { dayOf } from '../shared/dates';
import { isKept, ThereAgain, useKept } from '../shared/kept';
import { linesOf } from '../shared/lines';
import { Refusal } from '../shared/refusal';
import { correctedOf, correctionsOf } from './submissions';
import { WithdrawCorrection } from './withdraw-correction';

type Page = Schemas['SubmissionPage'];
/** As they are typed: units and completers one a line. */
type Typed = Record<CorrectableField, string>;
const formOf = (serial: string): string => `correction-${serial}`;
const fields = ['name', 'units', 'completers', 'studyFrom', 'studyTo'] as const satisfies readonly CorrectableField[];

/** For its unit: what became of its corrections, and asking for one of what is registered, with reason and document (P36). One at a time. */
export function Correcting({ page }: { page: Page }): React.JSX.Element | null {
  const { t } = useTranslation('submit');
  const me = useMe();
  const { serial, state } = page.progress;
  const isOwn = page.unitId === me.position.organisationId && may(me, 'draft.write');
  const isRegistered = state === 'registered' || state === 'reported';
  const asked = useQuery({ ...correctionsOf(serial), enabled: isOwn && isRegistered });
  const [isOpen, setOpen] = useState(() => isKept(formOf(serial)));
  if (!isOwn || !isRegistered) {
    return null;
  }
  return (
    <section className="card whole" aria-labelledby="title-correct">
      <h2 id="title-correct">{t('correcting.title')}</h2>
      <p className="hint">{t('correcting.hint')}</p>
      <Answered query={asked} lines={2}>
        {(corrections) => (
          <>
            <ul className="line-list">
              {corrections.map((one) => (
                <li key={one.id}>
                  <Link to="/corrections/$id" params={{ id: one.id }}>
                    {dayOf(one.askedAt)}：{t(`correcting.states.${one.state}`)}
                  </Link>
                  <WithdrawCorrection correction={one} />
                </li>
              ))}
            </ul>
            {isOpen ? (
              <Registered page={page} close={() => setOpen(false)} />
            ) : (
              corrections.every(({ state: became }) => became !== 'asked') && (
                <Button onClick={() => setOpen(true)}>{t('correcting.ask')}</Button>
              )
            )}
          </>
        )}
      </Answered>
    </section>
  );
}

/** One asks for a correction of what is registered now: the form as it was approved, with what was corrected since. */
function Registered({ page, close }: { page: Page; close: () => void }): React.JSX.Element {
  const corrected = useQuery(correctedOf(page.progress.serial));
  return (
    <Answered query={corrected} lines={4}>
      {(since) => <AskForm serial={page.progress.serial} registered={{ ...page.form, ...since }} close={close} />}
    </Answered>
  );
}

interface AskProps {
  serial: string;
  registered: Record<string, unknown>;
  close: () => void;
}

function AskForm({ serial, registered, close }: AskProps): React.JSX.Element {
  const { t } = useTranslation(['submit', 'shell']);
  const client = useQueryClient();
  const before = typedOf(registered);
  const kept = useKept(formOf(serial), { ...before, reason: '' });
  const { form: typed, set } = kept;
  const { reason } = typed;
  const [document, setDocument] = useState<File | undefined>();
  const changed = fields.filter((field) => typed[field].trim() !== before[field]);
  const renew = () => client.invalidateQueries({ queryKey: correctionsOf(serial).queryKey });
  const asking = useAct(
    (input: Asked, key) => renewed(ask(serial, input, key), renew),
    async () => {
      kept.letGo();
      await renew();
      close();
    },
  );
  const send = (): void => {
    if (document !== undefined) {
      asking.send({ changes: changesOf(typed, changed), reason: reason.trim(), document });
    }
  };
  return (
    <form className="plain-form" onSubmit={(event) => (event.preventDefault(), send())}>
      <ThereAgain kept={kept} lacks={['files']} />
      {fields.map((field) => {
        const value = { value: typed[field], required: true };
        const change = (said: string): void => set({ [field]: said });
        return (
          <label key={field}>
            {t(`submit:correcting.fields.${field}`)}
            {field === 'units' || field === 'completers' ? (
              <textarea rows={3} {...value} onChange={({ target }) => change(target.value)} />
            ) : (
              <input type={field === 'name' ? 'text' : 'month'} {...value} onChange={({ target }) => change(target.value)} />
            )}
          </label>
        );
      })}
      <label>
        {t('submit:correcting.reason')}
        <textarea rows={3} required maxLength={2_000} value={reason} onChange={({ target }) => set({ reason: target.value })} />
      </label>
      <label>
        {t('submit:correcting.document')}
        <input type="file" required accept=".pdf,.jpg,.jpeg,.png" onChange={({ target }) => setDocument(target.files?.[0])} />
      </label>
      {asking.error !== null && <Refusal error={asking.error} />}
      <div className="many-acts">
        <Button primary type="submit" disabled={asking.isPending || changed.length === 0 || document === undefined || reason.trim() === ''}>
          {t('submit:correcting.ask')}
        </Button>
        <Button onClick={() => (kept.letGo(), close())}>{t('shell:cancel')}</Button>
      </div>
    </form>
  );
}

function typedOf(values: Record<string, unknown>): Typed {
  const said = (value: unknown): string => (typeof value === 'string' ? value : '');
  const units = rowsOf(values, 'units').map(({ name, uscc }) => `${said(name)} ${said(uscc)}`);
  const completers = rowsOf(values, 'completers').map((one: string | { name?: unknown }) =>
    typeof one === 'string' ? one : said(one.name),
  );
  const { name, studyFrom, studyTo } = values;
  return {
    name: said(name),
    units: units.join('\n'),
    completers: completers.join('\n'),
    studyFrom: said(studyFrom),
    studyTo: said(studyTo),
  };
}

/** Only what is to be other: what is left out stays. The unified code is the last word of a unit's line. */
function changesOf(typed: Typed, changed: readonly CorrectableField[]): Partial<RegisteredContent> {
  const all: RegisteredContent = {
    ...typed,
    name: typed.name.trim(),
    units: linesOf(typed.units).map((line) => ({ name: line.replace(/\s+\S+$/, ''), uscc: line.split(/\s+/).at(-1) ?? '' })),
    completers: linesOf(typed.completers),
  };
  return Object.fromEntries(changed.map((field) => [field, all[field]]));
}

interface Asked {
  changes: Partial<RegisteredContent>;
  reason: string;
  document: File;
}

const ask = (serial: string, { changes, reason, document }: Asked, key: string) =>
  answerOf(
    api.POST('/submissions/{serial}/corrections', {
      ...keyed(key),
      params: { path: { serial } },
      body: { reason, changes: '', document: '' },
      bodySerializer: () => {
        const form = new FormData();
        form.append('reason', reason);
        form.append('changes', JSON.stringify(changes));
        form.append('document', document, document.name);
        return form;
      },
    }),
  );
