import { ValidationPipe } from '@nestjs/common';
import type { ArgumentMetadata } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { ValidationError } from 'class-validator';
import { DomainError } from './domain-error';

/** One thing that is wrong with one field; `reason` is the rule's name, never its sentence or the value. */
export interface FieldFault {
  field: string;
  reason: string;
}

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
    validationError: { target: false, value: false },
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
  return errors.flatMap(({ property, constraints, children }) => {
    const field = path === '' ? property : /^\d+$/.test(property) ? `${path}[${property}]` : `${path}.${property}`;
    const own = Object.keys(constraints ?? {}).map((rule) => ({ field, reason: rule === 'whitelistValidation' ? 'unknown' : rule }));
    return [...own, ...fieldFaults(children ?? [], field)];
  });
}
