import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { readable, textsInEach } from '../shared/readable';
import { holdsUnsent, unsentPlace } from '../shared/unsent';
import { submissionQuery } from './submissions';

export type ItemAnswer = Schemas['ItemAnswerDto'];

export const mendingQuery = (serial: string) =>
  queryOptions({
    queryKey: ['submissions', serial, 'mending'],
    queryFn: () => answerOf(api.GET('/submissions/{serial}/mending', { params: { path: { serial } } })),
  });

/** Answers that are being written, kept in this browser until they are sent. */
const kept = (serial: string): string => unsentPlace('answers', serial);
const listeners = new Set<() => void>();
const written = new Map<string, Record<string, Partial<ItemAnswer>>>();
holdsUnsent(() => written.clear());
const read = (serial: string): Record<string, Partial<ItemAnswer>> => {
  const known = written.get(serial) ?? textsInEach(readable(localStorage.getItem(kept(serial))));
  written.set(serial, known);
  return known;
};

export function writeAnswer(serial: string, item: string, answer: Partial<ItemAnswer>): void {
  const now = { ...read(serial), [item]: { ...read(serial)[item], ...answer, item } };
  written.set(serial, now);
  localStorage.setItem(kept(serial), JSON.stringify(now));
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const none = {};

/** What the last return named, what one has answered to it, and how much is still open. */
export function useAnswers(serial: string | undefined) {
  const written = useSyncExternalStore(subscribe, () => (serial === undefined ? none : read(serial)));
  const items = useQuery({ ...mendingQuery(serial ?? ''), enabled: serial !== undefined });
  const page = useQuery({ ...submissionQuery(serial ?? ''), enabled: serial !== undefined });
  const round = page.data?.progress.round ?? 1;
  const asked = (items.data ?? []).filter((line) => line.round === round);
  const given = asked.flatMap(({ id }): ItemAnswer[] => {
    const { outcome, words } = (written as Record<string, Partial<ItemAnswer>>)[id] ?? {};
    return outcome !== undefined && words !== undefined && words.trim() !== '' ? [{ item: id, outcome, words: words.trim() }] : [];
  });
  const isKnown = serial === undefined || (items.isSuccess && page.isSuccess);
  return {
    asked,
    given,
    round,
    open: isKnown ? asked.length - given.length : 1,
    written: written as Record<string, Partial<ItemAnswer>>,
    page: page.data,
  };
}
