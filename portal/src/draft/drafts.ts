import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import type { FormValues } from './form-values';

export type Draft = Schemas['DraftView'];

export const draftQuery = (id: string) =>
  queryOptions({ queryKey: ['drafts', id], queryFn: () => answerOf(api.GET('/drafts/{id}', { params: { path: { id } } })), staleTime: 0 });

export type Door = NonNullable<Schemas['SubmitDto']['door']>;

/** What submit through a door would refuse, and what looks doubtful. */
export const gapsQuery = (id: string, door: Door | undefined) =>
  queryOptions({
    queryKey: ['drafts', id, 'gaps', door],
    queryFn: () => answerOf(api.GET('/drafts/{id}/gaps', { params: { path: { id }, query: door === undefined ? {} : { door } } })),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });

/** The gaps of a draft through whatever door. */
export const gapsKey = (id: string) => ['drafts', id, 'gaps'] as const;

const knownLists = ['units', 'completers'] as const;
export type KnownList = (typeof knownLists)[number];
export const isKnownList = (list: string): list is KnownList => (knownLists as readonly string[]).includes(list);

/** Somebody known: the row as others may see it, and the draft of one’s own unit in which it stands whole. */
export interface KnownRow {
  draftId: string | null;
  row: FormValues;
}

/** What a list of the form may have: named by one’s own unit before, or known to the system. */
export const knownQuery = (list: KnownList, q: string) =>
  queryOptions({
    queryKey: ['drafts', 'known', list, q],
    queryFn: async (): Promise<KnownRow[]> => {
      const params = { query: q === '' ? {} : { q } };
      return list === 'units'
        ? (await answerOf(api.GET('/drafts/known/units', { params }))).map(({ draftId, unit }) => ({ draftId, row: unit }))
        : (await answerOf(api.GET('/drafts/known/completers', { params }))).map(({ draftId, completer }) => ({ draftId, row: completer }));
    },
    placeholderData: keepPreviousData,
  });

export const unitQuery = (id: string) =>
  queryOptions({
    queryKey: ['units', id],
    queryFn: () => answerOf(api.GET('/units/{id}', { params: { path: { id } } })),
    staleTime: 60_000,
  });

/** One's own unit as the first of a form: what the system knows of it is not typed again. */
export const ownUnitRow = ({ id, name, uscc, unitKind, areaCode, contactPhone }: Schemas['UnitDto']): FormValues => ({
  name,
  uscc,
  unitId: id,
  kind: unitKind,
  areaCode,
  ...(contactPhone === null ? {} : { phone: contactPhone }),
});
