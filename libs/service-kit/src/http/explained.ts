import { fieldName, isReason, sentenceOf } from '@dengke/contract';
import { fieldLabel } from '@dengke/contract/forms';

type Details = Record<string, unknown>;

/**
 * The details of a refusal with the name of each field and the sentence of each reason that they hold, also where they are listed as bare words
 * (`labels`, `sentences`).
 */
export function explained(details: Details): Details {
  const [fields, faults] = [listOf(details['fields']), listOf(details['faults'])];
  const [labels, sentences] = [fields.map((field) => labelOf(field)), faults.map((word) => sentenceFor(word))];
  return {
    ...told(details),
    ...(fields.length === 0 ? {} : { fields: fields.map(toldOne) }),
    ...(faults.length === 0 ? {} : { faults: faults.map(toldOne) }),
    ...(labels.some(isGiven) ? { labels } : {}),
    ...(sentences.some(isGiven) ? { sentences } : {}),
  };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const isGiven = (text: string | null): boolean => text !== null;
const toldOne = (fault: unknown): unknown => (typeof fault === 'object' && fault !== null ? told(fault as Details) : fault);

/** One fault with its name and sentence; one that says its own is left as it is. */
function told(fault: Details): Details {
  if ('sentence' in fault) {
    return 'label' in fault ? fault : named(fault);
  }
  const { reason, fault: word, limits } = fault;
  const sentence = sentenceFor(reason, limits) ?? sentenceFor(word);
  return { ...named(fault), ...(sentence === null ? {} : { sentence }) };
}

/** A rule of the register (`P20`) speaks of the boxes of the form. */
function named(fault: Details): Details {
  const label = labelOf(fault['field'], typeof fault['rule'] === 'string');
  return label === null ? fault : { label, ...fault };
}

function labelOf(field: unknown, isBox = false): string | null {
  if (typeof field !== 'string') {
    return null;
  }
  const box = fieldLabel(field.replace(/^form\./, '').replaceAll(/\[(\d+)\]/g, '.$1'));
  return isBox || field.startsWith('form.') ? (box ?? fieldName(field)) : (fieldName(field) ?? box);
}

const sentenceFor = (reason: unknown, limits: unknown = []): string | null =>
  isReason(reason) ? sentenceOf(reason, listOf(limits).map(Number)) : null;
