import type { GraphChange } from '@dengke/contract';
import type { ApiClient } from '@dengke/e2e';

/** A unit moves to another city: previewed, then done as it was seen; what is under way stays on its route (P1). */
export async function transferred(client: ApiClient, [unit = '', bureau = '', areaCode = '']: readonly string[]): Promise<void> {
  const to = { credentialParentId: bureau, noticeParentId: bureau, areaCode };
  const change: GraphChange = { kind: 'transfer', organisationId: unit, to };
  const { version } = await client.write<{ version: string }>('POST', '/graph-changes/preview', { change });
  await client.act('/graph-changes', { change, version, reason: '机构改革' });
}
