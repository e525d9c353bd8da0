import { ValidationPipe } from '@nestjs/common';
import type { ArgumentMetadata } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import type { ValidationError } from 'class-validator';
import { isReason, sentenceOf } from '@dengke/contract';
import type { FieldFault } from '@dengke/contract';
import { DomainError } from './domain-error';

/**
 * No form of the house is deeper, no list longer, nothing of more parts. Judging costs more than parsing: what fits into a body could hold up
 * everybody else for a minute. Nor is there a text with half a sign in it, which no database keeps.
 */
const MOST = { depth: 16, items: 2_000, parts: 20_000, faults: 200 };

/** @throws DomainError MALFORMED */
function refuseImmodest(given: unknown): void {
  let parts = 0;
  const open = [{ value: given, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string' && /\p{Cs}/u.test(value)) {
      throw new DomainError('MALFORMED');
    }
    const held: unknown[] = typeof value === 'object' && value !== null ? Object.values(value) : [];
    parts += held.length;
    if (depth > MOST.depth || held.length > MOST.items || parts > MOST.parts) {
      throw new DomainError('MALFORMED');
    }
    held.forEach((part) => open.push({ value: part, depth: depth + 1 }));
  }
}

class ModestValidation extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    refuseImmodest(value);
    if (metadata.type === 'body' && value !== undefined && (typeof value !== 'object' || value === null || Array.isArray(value))) {
      throw new DomainError('MALFORMED');
    }
    return super.transform(value, metadata) as Promise<unknown>;
  }
}

/** Bodies, queries and parameters: only listed fields, converted to their types. @throws DomainError MALFORMED, INVALID_INPUT { fields } */
export const validation = () =>
  new ModestValidation({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: false,
    // For the words of a fault alone: neither leaves this file.
    validationError: { target: true, value: true },
    exceptionFactory: faultsOf,
  });

/** The same for what does not pass through the pipe: the fields of a multipart body. @throws DomainError MALFORMED, INVALID_INPUT { fields } */
export function checked<T extends object>(Dto: new () => T, given: Record<string, unknown>): T {
  refuseImmodest(given);
  const fields = plainToInstance(Dto, given);
  const errors = validateSync(fields, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0) {
    throw faultsOf(errors);
  }
  return fields;
}

const faultsOf = (errors: readonly ValidationError[]): DomainError =>
  new DomainError('INVALID_INPUT', { fields: fieldFaults(errors).slice(0, MOST.faults) });

export function fieldFaults(errors: readonly ValidationError[], path = ''): FieldFault[] {
  return errors.flatMap(({ target, property, value, constraints, children }) => {
    const field = path === '' ? property : /^\d+$/.test(property) ? `${path}[${property}]` : `${path}.${property}`;
    const own = Object.keys(constraints ?? {}).map((rule) => faultOf(field, rule, limitsOf(target, property, rule), isMissing(value)));
    return [...own, ...fieldFaults(children ?? [], field)];
  });
}

const isMissing = (value: unknown): boolean => value === undefined || value === null || value === '';

/** Whatever rule it breaks, of a field that was left empty is said that it is required. */
function faultOf(field: string, rule: string, limits: readonly number[], isLeftEmpty: boolean): FieldFault {
  const reason = rule === 'whitelistValidation' ? 'unknown' : rule;
  if (!isReason(reason)) {
    throw new Error(`The rule ${rule} has no sentence in field-reasons.ts`);
  }
  const sentence = isLeftEmpty && reason !== 'unknown' ? sentenceOf('required') : sentenceOf(reason, limits);
  return { field, reason, ...(limits.length > 0 ? { limits } : {}), sentence } as FieldFault;
}

/** The numbers a rule was given: the least and longest length, the most items. */
function limitsOf(target: object | undefined, property: string, rule: string): number[] {
  const rules = target === undefined ? [] : getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', false, false);
  const limits: unknown[] = rules.find(({ propertyName, name }) => propertyName === property && name === rule)?.constraints ?? [];
  return limits.filter((limit) => typeof limit === 'number');
}
