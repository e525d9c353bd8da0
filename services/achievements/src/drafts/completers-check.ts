import { DomainError } from '@dengke/service-kit';
import type { AccountsClient } from '../accounts-client';
import type { DraftForm } from './draft.entity';

/**
 * A completer who is named as a person of accounts is one of the unit (P30). Who stood in the form before may have left the unit since, and stays.
 * @throws DomainError INVALID_INPUT
 */
export async function requirePeopleOf(accounts: AccountsClient, unitId: string, form: DraftForm, before: DraftForm = {}): Promise<void> {
  const known = new Set(before.completers?.map(({ personId }) => personId));
  const isNew = ({ personId }: { personId?: string }): boolean => personId !== undefined && !known.has(personId);
  if (!form.completers?.some(isNew)) {
    return;
  }
  const people = new Set((await accounts.peopleOf(unitId)).map(({ personId }) => personId));
  const strangers = form.completers.flatMap((completer, index) =>
    isNew(completer) && !people.has(completer.personId ?? '')
      ? [{ field: `completers[${index}].personId`, reason: 'personOfUnit' as const }]
      : [],
  );
  if (strangers.length > 0) {
    throw new DomainError('INVALID_INPUT', { fields: strangers });
  }
}
