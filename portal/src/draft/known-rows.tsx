import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useAct } from '../api/use-act';
import { Answered } from '../shared/answered';
import { Button } from '../shared/button';
import { Trouble } from '../shared/trouble';
import { useSettled } from '../shared/use-settled';
import { draftQuery, knownQuery } from './drafts';
import type { KnownList, KnownRow } from './drafts';
import { rowsOf } from './form-values';
import type { FormValues } from './form-values';

interface Props {
  list: KnownList;
  label: string;
  isFull: boolean;
  add: (row: FormValues) => void;
}

/** Units and people that one’s own unit has named before, or the system knows: chosen, they are a row more and not typed again. */
export function KnownRows({ list, label, isFull, add }: Props): React.JSX.Element {
  const { t } = useTranslation('draft');
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="known">
      <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('known', { label })}
      </Button>
      {isOpen && <Choice list={list} label={label} isFull={isFull} add={add} />}
    </div>
  );
}

function Choice({ list, label, isFull, add }: Props): React.JSX.Element {
  const { t } = useTranslation('draft');
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const known = useQuery(knownQuery(list, useSettled(typed)));
  /** Whom the system knows, and whoever was only typed before, may have one name: which is which is said. */
  const nameOf = ({ name, uscc, workUnit, unitId, personId }: FormValues): string => {
    const known = personId !== undefined ? 'colleague' : unitId !== undefined ? 'unitInSystem' : 'typedBefore';
    return [name, uscc ?? workUnit, t(known)].filter((one) => typeof one === 'string').join(' ');
  };
  const taking = useAct((chosen: KnownRow) => wholeOf(client, list, chosen), add);
  return (
    <>
      <input
        type="search"
        aria-label={t('knownSearch', { label })}
        maxLength={60}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Answered query={known} lines={3}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="hint">{t('noSuchCode')}</p>
          ) : (
            <ul>
              {rows.map((one, at) => (
                <li key={at}>
                  <Button quiet disabled={isFull || taking.isPending} onClick={() => taking.send(one)}>
                    {nameOf(one.row)}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      {taking.error !== null && <Trouble error={taking.error} />}
    </>
  );
}

/** As it stands in the draft where it was typed last, telephone and month of birth with it; what somebody contributed is another with each achievement. */
async function wholeOf(client: QueryClient, list: KnownList, { draftId, row }: KnownRow): Promise<FormValues> {
  const form = draftId === null ? {} : (await client.fetchQuery(draftQuery(draftId))).form;
  const seen = without(row, 'phone', 'email');
  const typed = rowsOf(form as FormValues, list).find((one) => Object.entries(seen).every(([field, value]) => one[field] === value));
  return typed === undefined ? seen : without(typed, 'contribution');
}

const without = (row: FormValues, ...fields: string[]): FormValues =>
  Object.fromEntries(Object.entries(row).filter(([field]) => !fields.includes(field)));
