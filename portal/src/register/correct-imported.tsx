import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed } from '../api/use-act';
import { codeListQuery } from '../draft/form-schema';
import { Button } from '../shared/button';
import { ThereAgain, useKept } from '../shared/kept';
import { linesOf } from '../shared/lines';
import { Refusal } from '../shared/refusal';
import { useRegistrarAct } from './use-registrar-act';

type Entry = Schemas['RegisterEntryDto'];
type Field = Schemas['ImportedChangeDto']['field'];
/** As they are typed: units and completers one a line. */
type Typed = Record<Field, string>;

const fields = ['name', 'units', 'completers', 'summary', 'areaCode', 'unitKind', 'approvedOn', 'cancelledOn'] as const;
const lists: readonly Field[] = ['units', 'completers'];
/** What may not have been told; once it is there it is not taken away. */
const untold: readonly Field[] = ['unitKind', 'cancelledOn'];
const isAsked = (field: Field, before: Typed): boolean => field !== 'summary' && (!untold.includes(field) || before[field] !== '');

interface Asked {
  changes: Partial<Record<Field, string | string[]>>;
  reason: string;
  uscc: string;
  document: File;
}

/** What was registered before, corrected by one act with reason and document (P36): what is typed otherwise than it stands is another from then on. */
export function CorrectImported({ entry }: { entry: Entry }): React.JSX.Element {
  const { t } = useTranslation('registrar');
  const before = typedOf(entry);
  const kept = useKept(`imported-${entry.number}`, { ...before, reason: '', uscc: '' });
  const { form: typed, set } = kept;
  const [document, setDocument] = useState<File | undefined>();
  const changed = fields.filter((field) => typed[field].trim() !== before[field]);
  const acting = useRegistrarAct((input: Asked, key) => correct(entry.number, input, key), kept.letGo);
  const send = (): void => {
    if (document !== undefined) {
      acting.send({ changes: changesOf(typed, changed), reason: typed.reason.trim(), uscc: typed.uscc.trim(), document });
    }
  };
  const isReady = changed.length > 0 && document !== undefined && typed.reason.trim() !== '';
  return (
    <section className="card" aria-labelledby="correct">
      <h2 id="correct">{t('imported.correct')}</h2>
      <p className="hint">{t('imported.hint')}</p>
      <form className="plain-form office-form" onSubmit={(event) => (event.preventDefault(), send())}>
        <ThereAgain kept={kept} lacks={['files']} />
        {fields.map((field) => (
          <label key={field} className={field === 'summary' || field === 'name' || lists.includes(field) ? 'whole' : ''}>
            {lists.includes(field) ? t('imported.onePerLine', { field: t(`imports.fields.${field}`) }) : t(`imports.fields.${field}`)}
            <Box field={field} value={typed[field]} required={isAsked(field, before)} change={(value) => set({ [field]: value })} />
          </label>
        ))}
        <label className="whole">
          {t('imported.uscc')}
          <input maxLength={40} value={typed.uscc} onChange={({ target }) => set({ uscc: target.value })} />
        </label>
        <label className="whole">
          {t('reason')}
          <textarea rows={3} required maxLength={2_000} value={typed.reason} onChange={({ target }) => set({ reason: target.value })} />
        </label>
        <label className="whole">
          {t('cancel.document')}
          <input type="file" required accept=".pdf,.jpg,.jpeg,.png" onChange={({ target }) => setDocument(target.files?.[0])} />
        </label>
        {acting.error !== null && <Refusal error={acting.error} />}
        {changed.length > 0 && (
          <p className="whole" role="status">
            {t('imported.will', { fields: changed.map((field) => t(`imports.fields.${field}`)).join('、') })}
          </p>
        )}
        <div className="acts">
          <Button primary danger type="submit" disabled={acting.isPending || !isReady}>
            {t('imported.send')}
          </Button>
        </div>
      </form>
    </section>
  );
}

interface BoxProps {
  field: Field;
  value: string;
  required: boolean;
  change: (value: string) => void;
}

function Box({ field, value, required, change }: BoxProps): React.JSX.Element {
  const { t } = useTranslation('registrar');
  const kinds = useQuery({ ...codeListQuery('unit-kind'), enabled: field === 'unitKind' });
  const said = { value, required };
  switch (field) {
    case 'units':
    case 'completers':
    case 'summary':
      return <textarea rows={3} {...said} maxLength={5_000} onChange={({ target }) => change(target.value)} />;
    case 'unitKind':
      return (
        <select {...said} onChange={({ target }) => change(target.value)}>
          <option value="">{t('choose')}</option>
          {kinds.data?.entries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      );
    case 'approvedOn':
    case 'cancelledOn':
      return <input type="date" {...said} onChange={({ target }) => change(target.value)} />;
    case 'areaCode':
      return <input inputMode="numeric" pattern="\d{2}(\d{2}){0,2}" {...said} onChange={({ target }) => change(target.value)} />;
    case 'name':
      return <input maxLength={200} {...said} onChange={({ target }) => change(target.value)} />;
  }
}

const typedOf = (entry: Entry): Typed => ({
  ...{ name: entry.name, units: entry.units.join('\n'), completers: entry.completers.join('\n'), summary: entry.summary },
  ...{ areaCode: entry.areaCode, unitKind: entry.unitKind ?? '', approvedOn: entry.approvedOn, cancelledOn: entry.cancelledOn ?? '' },
});

/** Only what is to be other: what is left out stays. */
const changesOf = (typed: Typed, changed: readonly Field[]): Asked['changes'] =>
  Object.fromEntries(changed.map((field) => [field, lists.includes(field) ? linesOf(typed[field]) : typed[field].trim()]));

const correct = (number: string, { changes, reason, uscc, document }: Asked, key: string) =>
  answerOf(
    api.POST('/register/imported/{number}/corrections', {
      ...keyed(key),
      params: { path: { number } },
      body: { reason, changes: '', document: '' },
      bodySerializer: () => {
        const form = new FormData();
        form.append('reason', reason);
        form.append('changes', JSON.stringify(changes));
        if (uscc !== '') {
          form.append('uscc', uscc);
        }
        form.append('document', document, document.name);
        return form;
      },
    }),
  );
