import { stampText } from '@dengke/print';
import { isOfUnit, rowsOf, unknownSerial } from './authorisation-rows';
import type { Row } from './authorisation-rows';
import { windowOfSeed } from './authorisation-world';
import type { AuthorisationWorld } from './authorisation-world';

/** What the counter and the sheets may tell whom. */
export function paperTable(world: AuthorisationWorld): Record<string, Row> {
  const { content, named, names, ownOrDepartment, silently } = rowsOf(world);
  return {
    'GET /submissions/:serial/versions/:round/form': content('/versions/1/form'),
    'GET /submissions/:serial/versions/:round/workbook': content('/versions/1/workbook'),
    'GET /submissions/paper': names(
      named(world.submissions, unknownSerial, {
        ...{
          url: (serial) => `/submissions/paper?scanned=${stampText({ serial, version: 1, digest: '0'.repeat(64) })}`,
          reads: true,
          sees: isOfUnit,
        },
      }),
    ),
    'POST /submissions/receive-paper': names(
      named(world.submissions, unknownSerial, {
        ...{ url: () => '/submissions/receive-paper', body: (serial) => ({ submissions: [{ serial }] }), ...silently },
      }),
    ),
    ...Object.fromEntries(
      ['', '/paper'].map((as): [string, Row] => [
        `GET /windows/:id/summary-sheets/:organisationId${as}`,
        names(
          named(world.sheets, 'org-nowhere-at-all', {
            ...{ url: (id) => `/windows/${windowOfSeed}/summary-sheets/${id}${as}`, sees: ownOrDepartment },
          }),
        ),
      ]),
    ),
    ...Object.fromEntries(
      (['hand-in-paper', 'receive-paper'] as const).map((act): [string, Row] => [
        `POST /windows/:id/summary-sheets/:organisationId/${act}`,
        names(
          named(world.sheets, 'org-nowhere-at-all', {
            url: (id) => `/windows/${windowOfSeed}/summary-sheets/${id}/${act}`,
            body: () => ({}),
            // The sheets of this world list nothing, so nobody is at the desk that receives what they list.
            sees: ({ organisationId }, { id }) => act === 'hand-in-paper' && organisationId === id,
          }),
        ),
      ]),
    ),
  };
}
