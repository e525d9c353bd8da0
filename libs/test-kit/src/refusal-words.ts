import { getMetadataStorage } from 'class-validator';
import { fieldName, isReason } from '@dengke/contract';

interface Rule {
  propertyName: string;
  name?: string;
}
type Rules = ReadonlyMap<{ name: string }, readonly Rule[]>;

/**
 * Of all bodies, queries and parameters that have been loaded: the rules that have no sentence, and the fields that have no name. Specs of one
 * worker share what is loaded: the `Sample…` classes of other specs may be there too.
 */
export function unexplainedRules(): { rules: number; unexplained: string[] } {
  const { validationMetadatas } = getMetadataStorage() as unknown as { validationMetadatas: Rules };
  const ruled = [...validationMetadatas]
    .filter(([{ name }]) => !/^Sample|Config$/.test(name))
    .flatMap(([target, rules]) => rules.map((rule) => ({ place: `${target.name}.${rule.propertyName}`, ...rule })));
  return {
    rules: ruled.length,
    unexplained: [
      ...ruled
        .filter(({ name }) => name !== undefined && !isReason(name) && name !== 'isOptional')
        .map(({ place, name }) => `${place} ${name}`),
      ...ruled.filter(({ propertyName }) => fieldName(propertyName) === null).map(({ place }) => place),
    ],
  };
}

const CHINESE = /\p{Script=Han}/u;

/** What a refusal leaves unsaid in Chinese: its own sentence, or the name or reason of a field it refuses. */
export function unsaidInRefusal(body: unknown): string[] {
  const { code, detail, details = {} } = body as { code?: string; detail?: string; details?: { fields?: unknown[] } };
  const faults = (details.fields ?? []).filter((fault) => typeof fault === 'object');
  const fields = faults.map((fault) => fault as { field: string; label?: string; reason?: string; sentence?: string });
  return [
    ...(typeof code === 'string' && CHINESE.test(detail ?? '') ? [] : [`no sentence: ${JSON.stringify(body)}`]),
    ...fields
      .filter(({ sentence = '', reason }) => !CHINESE.test(sentence) || reason === undefined)
      .map(({ field }) => `${field}: no reason`),
    ...fields.filter(({ label = '', reason }) => reason !== 'unknown' && !CHINESE.test(label)).map(({ field }) => `${field}: no name`),
  ];
}
