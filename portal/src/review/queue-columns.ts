import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import { lastDayOf } from '../shared/dates';
import type { Column } from '../shared/export';
import { colleaguesQuery } from './queue';
import type { QueueLine } from './queue';

/** Who has a line in hand; null for nobody. */
export function useClaimers(): (line: QueueLine) => string | null {
  const { t } = useTranslation('review');
  const { person, position } = useMe();
  const colleagues = useQuery(colleaguesQuery(position.organisationId));
  const names = new Map((colleagues.data ?? []).map(({ personId, name }) => [personId, name]));
  return ({ claimedBy }) => (claimedBy === null ? null : claimedBy === person.id ? t('byMe') : (names.get(claimedBy) ?? t('byAnother')));
}

/** The queue as a file. */
export function useQueueColumns(): readonly Column<QueueLine>[] {
  const { t } = useTranslation(['review', 'journey']);
  const claimerOf = useClaimers();
  return [
    [t('review:columns.name'), ({ name }) => name ?? t('review:unnamed')],
    [t('review:columns.unit'), ({ unitName }) => unitName],
    [t('journey:serial'), ({ serial }) => serial],
    [t('review:category'), ({ category }) => t(`journey:categories.${category}`)],
    [t('review:mode'), ({ mode }) => t(`journey:modes.${mode}`)],
    [t('review:columns.round'), ({ round }) => round],
    [t('journey:due'), ({ dueAt, dueProvisional }) => dueIn(dueAt, dueProvisional ? t('journey:provisional') : '')],
    [t('review:columns.late'), ({ late }) => t(late ? 'review:yes' : 'review:no')],
    [t('review:columns.claimer'), (line) => claimerOf(line) ?? t('review:byNobody')],
  ];
}

const dueIn = (dueAt: string | null, provisional: string): string =>
  dueAt === null ? '' : `${lastDayOf(dueAt)}${provisional === '' ? '' : `（${provisional}）`}`;
