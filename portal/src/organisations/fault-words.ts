import { useTranslation } from '../messages/use-translation';
import type { FaultLine } from './fault-lines';

/** What is wrong, and in which graphs or by which doors. */
export function useFaultWords(): (line: Pick<FaultLine, 'fault' | 'places'>) => string {
  const { t } = useTranslation('organisations');
  return ({ fault, places }) => {
    const said = t(`faults.${fault}`);
    return places.length === 0 ? said : t('faultIn', { fault: said, places: places.map((place) => t(`places.${place}`)).join('、') });
  };
}
