import { correctableFields, isBlank, isWellFormedUscc } from '@dengke/contract';
import type { FieldFault, RegisteredContent } from '@dengke/contract';
import { canonical, DomainError } from '@dengke/service-kit';
import type { CorrectedField } from './correction.entity';

/** Old and new value of each field that shall be another. @throws DomainError NOTHING_CORRECTED, INVALID_INPUT */
export function correctedFields(registered: RegisteredContent, wanted: Partial<RegisteredContent>): CorrectedField[] {
  const faults = faultsOf(registered, wanted);
  if (faults.length > 0) {
    throw new DomainError('INVALID_INPUT', { fields: faults });
  }
  const changes = correctableFields.flatMap((field): CorrectedField[] => {
    const [from, to] = [registered[field], wanted[field]];
    return to === undefined || canonical(to) === canonical(from) ? [] : [{ field, from, to }];
  });
  if (changes.length === 0) {
    throw new DomainError('NOTHING_CORRECTED');
  }
  return changes;
}

/** What is registered once the changes are made. */
export const withChanges = (changes: readonly CorrectedField[]): Partial<RegisteredContent> =>
  Object.fromEntries(changes.map(({ field, to }) => [field, to]));

/** Whose achievement it is does not change by a correction: the first unit keeps its code (P18), and every code is well-formed (P44). */
function faultsOf(registered: RegisteredContent, wanted: Partial<RegisteredContent>): FieldFault[] {
  const { name, units, completers } = wanted;
  const blank = (field: string, text: string | undefined): FieldFault[] =>
    text !== undefined && isBlank(text) ? [{ field, reason: 'isBlank' }] : [];
  const first = units?.[0];
  const otherUnit = first !== undefined && first.uscc !== registered.units[0]?.uscc;
  const { studyFrom = registered.studyFrom, studyTo = registered.studyTo } = wanted;
  return [
    ...blank('changes.name', name),
    ...(units ?? []).flatMap((unit, index) => [
      ...blank(`changes.units[${index}].name`, unit.name),
      ...(isWellFormedUscc(unit.uscc) ? [] : [{ field: `changes.units[${index}].uscc`, reason: 'isWellFormedUscc' as const }]),
    ]),
    ...(otherUnit ? [{ field: 'changes.units[0].uscc', reason: 'firstUnitStays' as const }] : []),
    ...(completers ?? []).flatMap((completer, index) => blank(`changes.completers[${index}]`, completer)),
    ...(studyFrom > studyTo ? [{ field: 'changes.studyTo', reason: 'notBeforeStudyFrom' as const }] : []),
  ];
}
