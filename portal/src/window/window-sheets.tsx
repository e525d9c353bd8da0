import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import { Button } from '../shared/button';
import { instantOf } from '../shared/dates';
import { Outcomes } from '../shared/outcomes';
import { TableBox } from '../shared/table-box';
import { Trouble } from '../shared/trouble';
import { allOfWindows, sheetsQuery } from './reading';

/** The summary sheets, frozen at the cut-off: to be downloaded, and their paper handed in and received with all the forms that they list. */
export function WindowSheets({ id }: { id: string }): React.JSX.Element {
  const { t } = useTranslation('window');
  const { data, error } = useQuery(sheetsQuery(id));
  const [came, setCame] = useState<Schemas['SheetOnPaper'] | null>(null);
  return (
    <section className="card" aria-labelledby="sheets">
      <h2 id="sheets">{t('sheets')}</h2>
      {error !== null && <Trouble error={error} />}
      {data?.length === 0 && <p>{t('noSheets')}</p>}
      {data !== undefined && data.length > 0 && (
        <TableBox label={t('sheets')}>
          <thead>
            <tr>
              {(['recommender', 'rows', 'frozenAt', 'files', 'onPaper'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`sheetColumns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.map((sheet) => (
              <Sheet key={sheet.organisationId} windowId={id} sheet={sheet} onDone={setCame} />
            ))}
          </tbody>
        </TableBox>
      )}
      {came !== null && (
        <>
          {came.late && <p className="office-late">{t('sheetLate')}</p>}
          <Outcomes outcomes={came.items} />
        </>
      )}
    </section>
  );
}

interface Props {
  windowId: string;
  sheet: Schemas['SheetLine'];
  onDone: (came: Schemas['SheetOnPaper']) => void;
}

function Sheet({ windowId, sheet, onDone }: Props): React.JSX.Element {
  const { t } = useTranslation('window');
  const { position } = useMe();
  const queries = useQueryClient();
  const { organisationId, name, rows, frozenAt, handedInAt, receivedAt } = sheet;
  const isOwn = position.organisationId === organisationId;
  const acting = useAct(
    (_: void, key) => {
      const sent = { ...keyed(key), params: { path: { id: windowId, organisationId } } };
      return isOwn
        ? answerOf(api.POST('/windows/{id}/summary-sheets/{organisationId}/hand-in-paper', sent))
        : answerOf(api.POST('/windows/{id}/summary-sheets/{organisationId}/receive-paper', sent));
    },
    async (came) => {
      onDone(came);
      await queries.invalidateQueries(allOfWindows);
    },
  );
  const file = `/api/v1/windows/${windowId}/summary-sheets/${organisationId}`;
  const isDone = (isOwn ? handedInAt : receivedAt) !== null;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{rows}</td>
      <td>{instantOf(frozenAt)}</td>
      <td className="short">
        <a href={file} download>
          {t('sheetFile')}
        </a>{' '}
        <a href={`${file}/paper`} download>
          {t('sheetPaper')}
        </a>
      </td>
      <td>
        {handedInAt !== null && <div>{t('handedIn', { at: instantOf(handedInAt) })}</div>}
        {receivedAt !== null && <div>{t('received', { at: instantOf(receivedAt) })}</div>}
        {acting.error !== null && <Trouble error={acting.error} />}
        {!isDone && (
          <Button small disabled={acting.isPending} onClick={() => acting.send()}>
            {t(isOwn ? 'handIn' : 'receive')}
            <span className="only-heard">：{name}</span>
          </Button>
        )}
      </td>
    </tr>
  );
}
