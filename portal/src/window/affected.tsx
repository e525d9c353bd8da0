import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { endOf, instantOf } from '../shared/dates';
import { TableBox } from '../shared/table-box';
import { useOrganisationNames } from './use-organisation-names';

export type Previewed = Schemas['ReschedulePreview'] | Schemas['ExtensionPreview'];

interface Props {
  windowId: string;
  previewed: Previewed;
  /** The cut-off is when it is confirmed, later than this preview says. */
  atOnce: boolean;
}

/** Whom other dates concern: by desk, with the cut-off before and after; of an extension also who enters, which sheets and limits. */
export function Affected({ windowId, previewed, atOnce }: Props): React.JSX.Element {
  const { t } = useTranslation('window');
  const { nameOf } = useOrganisationNames(windowId);
  return (
    <div className="whole" role="status">
      <p>
        <strong>{t('affects', { count: previewed.submissions })}</strong>
      </p>
      {'sheets' in previewed && (
        <ul className="office-list">
          <li>{t('entering', { count: previewed.entering.count })}</li>
          <li>{t('sheetsAnew', { count: previewed.sheets })}</li>
          <li>{t('limitsMoved', { count: previewed.limits.reduce((sum, { count }) => sum + count, 0) })}</li>
        </ul>
      )}
      {previewed.affected.length > 0 && (
        <TableBox label={t('affected')}>
          <thead>
            <tr>
              <th scope="col">{t('desk')}</th>
              <th scope="col">{t('cutOffBefore')}</th>
              <th scope="col">{t('cutOffAfter')}</th>
              <th scope="col" className="number">
                {t('count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {previewed.affected.map(({ deskId, from, to, count }) => (
              <tr key={`${deskId} ${from} ${to}`}>
                <th scope="row">{nameOf(deskId)}</th>
                <td title={instantOf(from)}>{endOf(from)}</td>
                {atOnce ? <td>{t('atConfirming')}</td> : <td title={instantOf(to)}>{endOf(to)}</td>}
                <td className="number">{count}</td>
              </tr>
            ))}
          </tbody>
        </TableBox>
      )}
    </div>
  );
}
