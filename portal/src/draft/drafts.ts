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
