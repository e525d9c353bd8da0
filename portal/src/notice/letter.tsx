import { Link } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { bytesOf } from '../shared/bytes';
import { civilDay, dayOf } from '../shared/dates';

/** The letter as it was written, its annexes, and those it encloses. */
export function Letter({ notice }: { notice: Schemas['NoticePageDto'] }): React.JSX.Element {
  const { t } = useTranslation('notice');
  const { id, documentNumber, issuer, issuedAt, body, annexes, encloses, dueOn, state, form } = notice;
  return (
    <article className="card letter">
      {state === 'withdrawn' && <p className="trouble">{t('withdrawn')}</p>}
      {documentNumber !== null && <p className="letter-number">{documentNumber}</p>}
      <p className="as-written">{body}</p>
      <p className="letter-end">
        {issuer}
        <br />
        {dayOf(issuedAt)}
      </p>
      {form !== null && (
        <p>
          {t('asks', { form: t(`forms.${form}`) })}
          {dueOn !== null && t('dueOn', { day: civilDay(dueOn) })}
        </p>
      )}
      {annexes.length > 0 && (
        <>
          <h2>{t('annexes')}</h2>
          <ul>
            {annexes.map((annex) => (
              <li key={annex.id}>
                <a href={`/api/v1/notices/${id}/annexes/${annex.id}`} download={annex.fileName}>
                  {annex.fileName}
                </a>
                （{bytesOf(annex.bytes)}）
              </li>
            ))}
          </ul>
        </>
      )}
      {encloses.length > 0 && (
        <>
          <h2>{t('encloses')}</h2>
          <ul>
            {encloses.map((enclosed) => (
              <li key={enclosed.id}>
                <Link to="/notices/$id" params={{ id: enclosed.id }}>
                  {enclosed.title}
                </Link>
                <span className="hint">
                  {' '}
                  {enclosed.issuer} {enclosed.documentNumber}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}
