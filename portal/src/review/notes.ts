import type { Finding } from '@dengke/contract';
import { useSyncExternalStore } from 'react';
import { readable, textsIn, textsInEach } from '../shared/readable';
import { holdsUnsent, unsentPlace } from '../shared/unsent';

/** What a reviewer has noted and not sent yet, kept in this browser: answers to the check list, remarks at places, words for the decision. */
export interface Notes {
  findings: Readonly<Record<string, Partial<Finding>>>;
  /** By place: a path in the form, a piece of evidence, or `evidence`. */
  remarks: Readonly<Record<string, string>>;
  /** Opinion and reasons, by the act they are for (`likenessWords` of a likeness). */
  words: Readonly<Record<string, string>>;
}

/** Under which the words are kept that judge the likeness to another submission. */
export const likenessWords = (other: string): string => `judgeLikeness ${other}`;

const none: Notes = { findings: {}, remarks: {}, words: {} };
const written = new Map<string, Notes>();
const listeners = new Set<() => void>();
const placeOf = (judged: string): string => unsentPlace('notes', judged);
holdsUnsent(() => written.clear());

function read(judged: string): Notes {
  const known = written.get(judged) ?? notesIn(localStorage.getItem(placeOf(judged)));
  written.set(judged, known);
  return known;
}

function notesIn(kept: string | null): Notes {
  const { findings, remarks, words } = readable(kept);
  return { findings: textsInEach(findings), remarks: textsIn(remarks), words: textsIn(words) };
}

function write(judged: string, notes: Notes): void {
  written.set(judged, notes);
  localStorage.setItem(placeOf(judged), JSON.stringify(notes));
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export interface Noting {
  notes: Notes;
  answer: (item: string, finding: Partial<Finding>) => void;
  /** Without words there is no remark any more. */
  remark: (place: string, words: string) => void;
  say: (act: string, words: string) => void;
  forget: () => void;
}

/** @param judged serial, stage and round: another round is judged anew */
export function useNotes(judged: string): Noting {
  const notes = useSyncExternalStore(subscribe, () => read(judged));
  return {
    notes,
    answer: (item, finding) => {
      const now = read(judged);
      write(judged, { ...now, findings: { ...now.findings, [item]: { ...now.findings[item], ...finding, item } } });
    },
    remark: (place, words) => {
      const now = read(judged);
      const others = Object.entries(now.remarks).filter(([other]) => other !== place);
      write(judged, { ...now, remarks: Object.fromEntries(words === '' ? others : [...others, [place, words]]) });
    },
    say: (act, words) => {
      const now = read(judged);
      write(judged, { ...now, words: { ...now.words, [act]: words } });
    },
    forget: () => {
      localStorage.removeItem(placeOf(judged));
      written.set(judged, none);
      listeners.forEach((listener) => listener());
    },
  };
}

/** Where something of this submission was noted and not sent: stage and round of each. */
export function useNotedPlaces(serial: string): readonly string[] {
  const begins = placeOf(`${serial}-`);
  const places = useSyncExternalStore(subscribe, () =>
    Object.keys(localStorage)
      .filter((name) => name.startsWith(begins))
      .map((name) => name.slice(begins.length))
      .sort()
      .join(' '),
  );
  return places === '' ? [] : places.split(' ');
}

/** The answers that are answers: a remark only where something is not in order, a place only where one was chosen. */
export const findingsOf = ({ findings }: Notes): Finding[] =>
  Object.values(findings).flatMap(({ item, answer, remark, field }): Finding[] => {
    if (item === undefined || answer === undefined) {
      return [];
    }
    return [answer === 'not' ? { item, answer, remark: remark?.trim() ?? '', ...(field ? { field } : {}) } : { item, answer }];
  });

/** What a return names: the remarks, and what was found not in order at some place. */
export const itemsOf = (notes: Notes): { field: string; remark: string }[] => [
  ...Object.entries(notes.remarks)
    .filter(([, words]) => words.trim() !== '')
    .map(([field, words]) => ({ field, remark: words.trim() })),
  ...findingsOf(notes).flatMap(({ field, remark }) => (field && remark ? [{ field, remark }] : [])),
];
