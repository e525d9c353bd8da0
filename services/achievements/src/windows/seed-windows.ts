import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { instantAt, shanghaiDateOf } from '@dengke/calendar';
import type { CollectionWindow } from '@dengke/contract';
import { BusinessClock, inTransaction, Ledger, RelayBell } from '@dengke/service-kit';
import type { DataSource } from 'typeorm';
import { CollectionWindowRow } from './collection-window.entity';
import { WindowsService } from './windows.service';

/** Announces the windows of the seed, each once, on its own day; the relay tells their workflows when the service comes up. */
export async function seedWindows(database: DataSource): Promise<void> {
  const { windows } = JSON.parse(await readFile(join(__dirname, '../../seed/windows.json'), 'utf8')) as { windows: CollectionWindow[] };
  const service = new WindowsService(database, new Ledger(database, new RelayBell()), new BusinessClock());
  for (const { id, name, registrationYear, resultFrom, resultTo, announcedOn, opensAt, cutOffOn, paperFrom, paperTo } of windows) {
    if (await database.manager.existsBy(CollectionWindowRow, { id })) {
      continue;
    }
    const dto = { id, name, registrationYear, resultFrom, resultTo, opensOn: shanghaiDateOf(opensAt), cutOffOn, paperFrom, paperTo };
    const announcer = { personId: null, organisationId: null, actId: 'seed' };
    await inTransaction(database, (manager) => service.enter(manager, dto, instantAt(announcedOn, '00:00'), announcer));
  }
}
