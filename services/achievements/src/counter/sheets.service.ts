import { shanghaiDateOf } from '@dengke/calendar';
import type { Caller, Instant } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError, inTransaction, Ledger, once } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { ManyActsService } from '../acts/many-acts.service';
import { Submission } from '../acts/submission.entity';
import { CollectionWindowRow } from '../windows/collection-window.entity';
import { SummarySheetsService } from '../windows/summary-sheets.service';
import type { SheetRow } from '../windows/summary-sheet.entity';
import type { SheetParam } from '../windows/windows.dto';
import type { SheetOnPaper } from './counter.dto';
import { isPaperOf, PaperSheet } from './paper-sheet.entity';

type SheetAct = 'handInPaper' | 'receivePaper';
const kinds = { handInPaper: 'handInSheet', receivePaper: 'receiveSheet' } as const;

/** 汇总表 on paper with all the forms that it lists, as one act of a counter (S78, P28): the sheet first, then each form for itself, in the version that it lists. */
@Injectable()
export class SheetsService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly clock: BusinessClock,
    private readonly sheets: SummarySheetsService,
    private readonly acts: ManyActsService,
  ) {}

  /** @throws DomainError NOT_FOUND, PAPER_DAYS_NOT_BEGUN */
  async act(me: Caller, key: string, act: SheetAct, { id: windowId, organisationId }: SheetParam): Promise<SheetOnPaper> {
    const at = this.clock.now();
    const { personId } = me;
    const { paper, late, rows } = await inTransaction(this.database, async (manager) => {
      const sheet = await this.sheets.standing(manager, windowId, organisationId);
      if (sheet === null || !(await mayAct(manager, me, act, organisationId, serialsOf(sheet.rows)))) {
        throw new DomainError('NOT_FOUND');
      }
      const window = await manager.findOneByOrFail(CollectionWindowRow, { id: windowId });
      refuseEarly(me, act, window, at);
      const body = { act: kinds[act], windowId, organisationId };
      const written = await once(manager, { personId, key, body, at }, () =>
        this.record(manager, me, key, act, { windowId, organisationId, digest: sheet.digest, at }),
      );
      const isLate = written.receivedAt !== null && shanghaiDateOf(written.receivedAt) > window.paperTo;
      return { paper: written, late: isLate, rows: sheet.rows };
    });
    const inputs = new Map(rows.map(({ serial, version }) => [serial, version === undefined ? {} : { paperVersion: version }]));
    const items = await this.acts.byPerson(me, key, { act, serials: serialsOf(rows), input: (serial) => inputs.get(serial) ?? {} });
    return { windowId, organisationId, handedInAt: paper.handedInAt, receivedAt: paper.receivedAt, late, items };
  }

  /** Who handed it in or received it first stands; again it changes nothing, unless another sheet has taken its place. */
  private async record(
    manager: EntityManager,
    { personId, position }: Caller,
    key: string,
    act: SheetAct,
    { windowId, organisationId, digest, at }: { windowId: string; organisationId: string; digest: string; at: Instant },
  ): Promise<Pick<PaperSheet, 'handedInAt' | 'receivedAt'>> {
    const head = await this.ledger.lockHead(manager, `summary-sheet/${windowId}/${organisationId}`);
    const known = await manager.findOneBy(PaperSheet, { windowId, organisationId });
    const none = { windowId, organisationId, digest, handedInAt: null, handedInBy: null, receivedAt: null, receivedBy: null };
    const before = known !== null && isPaperOf(known, { digest }) ? known : none;
    const set = act === 'handInPaper' ? { handedInAt: at, handedInBy: personId } : { receivedAt: at, receivedBy: personId };
    if ((act === 'handInPaper' ? before.handedInAt : before.receivedAt) !== null) {
      return before;
    }
    await manager.upsert(PaperSheet, { ...before, digest, ...set }, ['windowId', 'organisationId']);
    await this.ledger.append(manager, head, {
      kind: kinds[act],
      actId: actIdOf(personId, key),
      at,
      by: personId,
      organisationId: position.organisationId,
      detail: { windowId },
      relay: false,
    });
    return { ...before, ...set };
  }
}

const serialsOf = (rows: readonly SheetRow[]): string[] => rows.map(({ serial }) => serial);

/** The recommender hands its own sheet in; whoever sits at the desk after it, on the route of what it lists, receives it. */
async function mayAct(
  manager: EntityManager,
  { position }: Caller,
  act: SheetAct,
  recommender: string,
  serials: string[],
): Promise<boolean> {
  if (act === 'handInPaper') {
    return position.organisationId === recommender;
  }
  const listed =
    serials.length === 0 ? [] : await manager.find(Submission, { select: { serial: true, legs: true }, where: { serial: In(serials) } });
  return listed.some(({ legs }) => {
    const from = legs.findIndex(({ organisationId }) => organisationId === recommender);
    return from >= 0 && legs[from + 1]?.organisationId === position.organisationId;
  });
}

/** The department takes sheets from the first of the paper days on; later ones too, for lateness loses nothing. Between other desks no days are set. */
function refuseEarly({ position }: Caller, act: SheetAct, { paperFrom, paperTo }: CollectionWindowRow, at: Instant): void {
  if (act === 'receivePaper' && position.organisationKind === 'department' && shanghaiDateOf(at) < paperFrom) {
    throw new DomainError('PAPER_DAYS_NOT_BEGUN', { paperFrom, paperTo });
  }
}
