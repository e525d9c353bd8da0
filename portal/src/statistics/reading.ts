import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';

/** Of what is counted; it stands in the page's address. */
export interface Asked {
  window?: string;
  registrationYear?: number;
  organisation?: string;
}

/** Takes from an address what can be asked for. */
export function askedOf({ window, registrationYear, organisation }: Record<string, unknown>): Asked {
  const year = Number(registrationYear);
  return {
    ...(typeof window === 'string' && window !== '' && { window }),
    ...(Number.isInteger(year) && year >= 1900 && year <= 2999 && { registrationYear: year }),
    ...(typeof organisation === 'string' && organisation !== '' && { organisation }),
  };
}

export const statisticsQuery = (query: Asked) =>
  queryOptions({ queryKey: ['statistics', query], queryFn: () => answerOf(api.GET('/statistics', { params: { query } })) });

export const passageQuery = (query: Asked) =>
  queryOptions({
    queryKey: ['statistics', 'passage', query],
    queryFn: () => answerOf(api.GET('/statistics/passage', { params: { query } })),
  });

/** All that is shown, as a workbook. */
export function fileOf(asked: Asked): string {
  const words = new URLSearchParams(Object.entries(asked).map(([key, value]): [string, string] => [key, String(value)])).toString();
  return `/api/v1/statistics/file${words === '' ? '' : `?${words}`}`;
}
