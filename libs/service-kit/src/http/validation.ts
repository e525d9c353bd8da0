import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { DomainError } from './domain-error';

/** One thing that is wrong with one field; `reason` is the rule's name, never its sentence or the value. */
export interface FieldFault {
  field: string;
  reason: string;
}

/** Bodies, queries and parameters: only listed fields, converted to their types. @throws DomainError INVALID_INPUT { fields } */
export const validation = () =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: false,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new DomainError('INVALID_INPUT', { fields: fieldFaults(errors) }),
  });

export function fieldFaults(errors: readonly ValidationError[], path = ''): FieldFault[] {
  return errors.flatMap(({ property, constraints, children }) => {
    const field = path === '' ? property : /^\d+$/.test(property) ? `${path}[${property}]` : `${path}.${property}`;
    const own = Object.keys(constraints ?? {}).map((rule) => ({ field, reason: rule === 'whitelistValidation' ? 'unknown' : rule }));
    return [...own, ...fieldFaults(children ?? [], field)];
  });
}
