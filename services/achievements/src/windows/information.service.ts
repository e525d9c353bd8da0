import { shanghaiDateOf } from '@dengke/calendar';
import type { Caller, Instant } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError, inTransaction, Ledger, once } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, In, Not } from 'typeorm';
import { Organisation } from '../organisations/organisation.entity';
import { CollectionWindowRow } from './collection-window.entity';
import { EarlierCutOffRow } from './earlier-cut-off.entity';
import type { InformationView, InformDto, PublicCutOff, PublicWindowView } from './information.dto';
import { WindowInformation } from './window-information.entity';

/** What everybody reads of the windows that are not over: dates, whom to ask, what to read first (S75–S80). */
@Injectable()
export class InformationService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly clock: BusinessClock,
  ) {}

  /** Replaces what the window's public page says beside its dates. @throws DomainError NOT_FOUND */
  inform(me: Caller, key: string, windowId: string, { contacts, manuals }: InformDto): Promise<InformationView> {
    const at = this.clock.now();
    const { personId, position } = me;
    return inTransaction(this.database, (manager) =>
      once(manager, { personId, key, body: { act: 'informOfWindow', windowId, contacts, manuals }, at }, async () => {
        // One at a time: whoever informs of the same window waits here.
        if ((await manager.findOne(CollectionWindowRow, { where: { id: windowId }, lock: { mode: 'pessimistic_write' } })) === null) {
          throw new DomainError('NOT_FOUND');
        }
        // Replaced as a whole, under the lock of its window.
        // nosemgrep: entity-saved
        await manager.save(WindowInformation, { windowId, contacts, manuals });
        const entry = { kind: 'inform', actId: actIdOf(personId, key), at, by: personId, organisationId: position.organisationId };
        const detail = { contacts: contacts.length, manuals: manuals.length };
        await this.ledger.record(manager, `windowInformation/${windowId}`, { ...entry, detail, relay: false });
        return { contacts, manuals };
      }),
    );
  }

  /** Announced and not yet closed, the next cut-off first. */
  async open(): Promise<PublicWindowView[]> {
    const now = this.clock.now();
    const { manager } = this.database;
    const windows = await manager.find(CollectionWindowRow, { where: { state: Not('closed') }, order: { cutOffAt: 'ASC' } });
    const windowId = In(windows.map(({ id }) => id));
    const earlier = await manager.find(EarlierCutOffRow, { where: { windowId }, order: { position: 'ASC' } });
    const informed = await manager.findBy(WindowInformation, { windowId });
    const names = await this.namesIn(earlier);
    return windows.map((window) => {
      const { contacts = [], manuals = [] } = informed.find((row) => row.windowId === window.id) ?? {};
      const own = earlier.filter((row) => row.windowId === window.id).map((row) => cutOffOf(row, names));
      return { ...datesOf(window, now), earlierCutOffs: own, contacts, manuals };
    });
  }

  private async namesIn(earlier: readonly EarlierCutOffRow[]): Promise<Map<string, string>> {
    const ids = earlier.flatMap(({ organisationId }) => organisationId ?? []);
    const found = ids.length === 0 ? [] : await this.database.manager.findBy(Organisation, { id: In(ids) });
    return new Map(found.map(({ id, name }) => [id, name]));
  }
}

const cutOffOf = ({ organisationId, areaCode, cutOffOn }: EarlierCutOffRow, names: ReadonlyMap<string, string>): PublicCutOff => ({
  of: organisationId === null ? `行政区划${areaCode}` : (names.get(organisationId) ?? organisationId),
  cutOffOn,
});

/** Whether a submission enters is judged by the instants, as at submit. */
function datesOf(window: CollectionWindowRow, now: Instant): Omit<PublicWindowView, 'earlierCutOffs' | 'contacts' | 'manuals'> {
  const { id, name, registrationYear, resultFrom, resultTo, opensAt, cutOffOn, cutOffAt, paperFrom, paperTo, state } = window;
  const dates = { resultFrom, resultTo, opensOn: shanghaiDateOf(opensAt), cutOffOn, cutOffAt, paperFrom, paperTo };
  return { id, name, registrationYear, ...dates, state, takesSubmissions: opensAt <= now && now < cutOffAt };
}
