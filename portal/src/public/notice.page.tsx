import { Link, useLoaderData } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { bytesOf } from '../shared/bytes';
import { civilDay, dayOf } from '../shared/dates';
import { Nothing, PublicPage } from './public-page';

/** One letter as it was written, with its annexes. */
export function PublicNoticePage(): React.JSX.Element {
  const { t } = useTranslation('visitors');
  const notice = useLoaderData({ from: '/notices/public/$id' });
  const toList = <Link to="/notices/public">{t('notices.toList')}</Link>;
  if (notice === null) {
    return (
      <PublicPage title={t('notices.title')}>
        <Nothing title={t('notices.gone')}>{toList}</Nothing>
      </PublicPage>
    );
  }
  const { id, title, documentNumber, issuer, issuedAt, dueOn, body, annexes, enclosesId } = notice;
  return (
    <PublicPage title={title}>
      <article className="card letter">
        {documentNumber !== null && <p className="letter-number">{documentNumber}</p>}
        <p className="as-written">{body}</p>
        <p className="letter-end">
          {issuer}
          <br />
          {dayOf(issuedAt)}
        </p>
        {dueOn !== null && <p className="hint">{t('notices.dueOn', { day: civilDay(dueOn) })}</p>}
        {annexes.length > 0 && (
          <>
            <h2>{t('notices.annexes')}</h2>
            <ul>
              {annexes.map((annex) => (
                <li key={annex.id}>
                  <a href={`/api/v1/notices/public/${id}/annexes/${annex.id}`} download={annex.fileName}>
                    {annex.fileName}
                  </a>
                  （{bytesOf(annex.bytes)}）
                </li>
              ))}
            </ul>
          </>
        )}
        {enclosesId !== null && (
          <p>
            <Link to="/notices/public/$id" params={{ id: enclosesId }}>
              {t('notices.enclosed')}
            </Link>
          </p>
        )}
      </article>
      <p>{toList}</p>
    </PublicPage>
  );
}
