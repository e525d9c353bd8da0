import type { FormSchema } from '@dengke/contract/forms';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { boxOf } from '../draft/form-schema';
import { kindName } from '../draft/kind-name';
import { Trouble } from '../shared/trouble';
import { Waiting } from '../shared/waiting';
import { mendingQuery } from '../submit/answers';
import { changesQuery } from './desk';
import { FormValue } from './form-value';

/** What is other than in the round before: what the return had named, with the answer to it; then field by field and file by file. */
export function ChangesPanel({ serial, schema }: { serial: string; schema: FormSchema }): React.JSX.Element {
  const { t } = useTranslation(['review', 'submit']);
  const changes = useQuery(changesQuery(serial));
  const mending = useQuery(mendingQuery(serial));
  const error = changes.error ?? mending.error;
  if (error !== null) {
    return <Trouble error={error} retry={() => void Promise.all([changes.refetch(), mending.refetch()])} />;
  }
  if (changes.data === undefined || mending.data === undefined) {
    return <Waiting lines={6} />;
  }
  const { from, to, fields, files } = changes.data;
  const moved = files.filter(({ outcome }) => outcome !== 'kept');
  return (
    <>
      <h3>{t('review:asked')}</h3>
      <ul className="changes">
        {mending.data.map(({ id, label, remark, answer }) => (
          <li key={id}>
            <strong>{label ?? t('submit:theEvidence')}</strong>：{remark}
            <p className="hint">
              {answer === null ? t('review:unanswered') : `${t(`submit:outcomes.${answer.outcome}`)}：${answer.words ?? ''}`}
            </p>
          </li>
        ))}
      </ul>
      <h3>{t('review:changed', { from, to })}</h3>
      {fields.length + moved.length === 0 && <p>{t('review:unchanged')}</p>}
      <ul className="changes">
        {fields.map((change) => (
          <FieldChange key={`${change.kind} ${change.field}`} change={change} schema={schema} />
        ))}
        {moved.map(({ outcome, piece }) => (
          <li key={`${outcome} ${piece.id}`}>
            <strong>{t(`review:files.${outcome}`)}</strong>：{kindName(piece.kind)} {piece.fileName}
          </li>
        ))}
      </ul>
    </>
  );
}

function FieldChange({ change, schema }: { change: Schemas['FieldChangeDto']; schema: FormSchema }): React.JSX.Element {
  const { t } = useTranslation('review');
  const { kind, field, label, before, after } = change;
  const box = boxOf(schema, field);
  const cell = box?.field.kind.is === 'rows' ? box.field.kind.fields.find(({ key }) => key === field.split('.')[2])?.kind : box?.field.kind;
  const shown = (value: unknown): React.JSX.Element =>
    cell === undefined ? <>{textOf(value)}</> : <FormValue kind={cell} value={value} />;
  return (
    <li>
      <strong>{box?.label ?? label ?? field}</strong>
      {kind === 'moved' && <p className="hint">{t('moved')}</p>}
      {(kind === 'changed' || kind === 'removed') && (
        <p>
          <del aria-label={t('before')}>{shown(before)}</del>
        </p>
      )}
      {(kind === 'changed' || kind === 'added') && (
        <p>
          <ins aria-label={t('after')}>{shown(after)}</ins>
        </p>
      )}
    </li>
  );
}

/** Of a whole row: what stands in it, without names. */
const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.values(value).map(textOf).join(' ')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
