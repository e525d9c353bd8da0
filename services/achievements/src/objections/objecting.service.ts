import { readFile } from 'node:fs/promises';
import { shanghaiDateOf } from '@dengke/calendar';
import type { FormalFlaw, Instant } from '@dengke/contract';
import {
  BlobStore,
  BusinessClock,
  checked,
  DomainError,
  firstAnswer,
  Ledger,
  mediaTypeOf,
  newSecret,
  PersonalData,
  receive,
  safeFileName,
  secretDigestOf,
} from '@dengke/service-kit';
import type { Parts, UploadedFile } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { subjectOf } from '../acts/facts';
import { Submission } from '../acts/submission.entity';
import { ScansService } from '../evidence/scans.service';
import { PublicityEntry } from '../publicity/publicity-entry.entity';
import { nextReceipt } from '../registrations/number-series';
import { retention } from '../retention/retention';
import { ObjectionFile } from './objection-file.entity';
import { Objection } from './objection.entity';
import { objectionSubject } from './objection-subject';
import { ObjectionFormDto, provingParts } from './objections.dto';
import type { ObjectedDto } from './objections.dto';

type SentFile = Omit<ObjectionFile, 'receipt'>;
interface Sent {
  form: ObjectionFormDto;
  files: readonly SentFile[];
  at: Instant;
  secretDigest: string;
}

/** 提出异议 (P33), for those who have no account: form, seal and proofs in one request. Kept whatever it lacks; what it lacks is said. */
@Injectable()
export class ObjectingService {
  constructor(
    private readonly database: DataSource,
    private readonly blobs: BlobStore,
    private readonly scans: ScansService,
    private readonly ledger: Ledger,
    private readonly personal: PersonalData,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND, INVALID_INPUT, FILE_TYPE_REFUSED, FILE_TOO_LARGE, FILE_INFECTED, MALFORMED, IDEMPOTENCY_KEY_REUSED */
  async object(key: string, serial: string, parts: Parts): Promise<ObjectedDto> {
    const at = this.clock.now();
    await this.requirePublished(serial);
    const received = await receive(parts, this.blobs, [], ['seal', ...provingParts]);
    const uploads = [...received.files];
    try {
      const form = formIn(received.fields);
      const files = await Promise.all(uploads.map(([part, file]) => this.sentFile(part, file)));
      await Promise.all(uploads.map(([, { blob }]) => this.blobs.keep(blob)));
      const secret = newSecret();
      const sent = { form, files, at, secretDigest: secretDigestOf(secret) };
      const body = { act: 'object', serial, form, files: files.map(({ part, sha256 }) => [part, sha256]) };
      const act = { personId: 'objector', key, body, at };
      const { answer, isFirst } = await firstAnswer(this.database, act, (manager) => this.write(manager, serial, sent));
      return isFirst ? { ...answer, secret } : answer;
    } finally {
      await Promise.all(uploads.map(([, { blob }]) => this.blobs.discard(blob)));
    }
  }

  /** What never was in publicity is nobody's business here. */
  private async requirePublished(serial: string): Promise<void> {
    if (!(await this.database.manager.existsBy(PublicityEntry, { serial }))) {
      throw new DomainError('NOT_FOUND');
    }
  }

  /** While the scanner is away it waits to be read: an objection is not kept out by that. */
  private async sentFile(part: string, { fileName: given, blob }: UploadedFile): Promise<SentFile> {
    const fileName = safeFileName(given);
    const mediaType = await mediaTypeOf(await readFile(blob.path), fileName);
    return { part, fileName, mediaType, bytes: blob.bytes, sha256: blob.sha256, scannedAt: await this.scans.admit(null, null, blob) };
  }

  /** Under the lock of the submission's ledger: whether it came in time is settled before or after its registration, never beside it. */
  private async write(manager: EntityManager, serial: string, { form, files, at, secretDigest }: Sent): Promise<ObjectedDto> {
    await this.ledger.lockHead(manager, subjectOf(serial));
    const submission = await manager.findOneByOrFail(Submission, { serial });
    const receipt = await nextReceipt(manager, shanghaiDateOf(at));
    const flaw = flawOf(form, files, submission, at);
    const state = flaw === null ? 'received' : 'not-accepted';
    const deskId = submission.legs.find(({ kind }) => kind === 'department')?.organisationId ?? '';
    const about = { serial, unitId: submission.unitId, deskId, state, flaw } as const;
    const closed = flaw === null ? null : at;
    await manager.insert(Objection, {
      ...{ receipt, ...about, kinds: form.kinds, objector: form.objector, secretDigest },
      name: this.personal.seal('objection.name', receipt, form.name ?? null),
      contact: this.personal.seal('objection.contact', receipt, form.contact ?? null),
      ...{ receivedAt: at, acceptedAt: null, closedAt: closed },
      disposeOn: closed && retention.termOf('objection', shanghaiDateOf(closed)).disposeOn,
    });
    if (files.length > 0) {
      await manager.insert(
        ObjectionFile,
        files.map((file) => ({ receipt, ...file })),
      );
    }
    await this.ledger.record(manager, objectionSubject(receipt), {
      ...{ kind: 'object', actId: 'object', at, by: null, organisationId: null, relay: false },
      detail: { receipt, ...about },
      text: { grounds: form.grounds },
    });
    return { receipt, state, flaw };
  }
}

/**
 * Without name or contact, or of a unit without its seal, it is anonymous; at publicity's end (half-open) and after it is late. While a suspicion of secrecy
 * interrupts publicity, it has no end that could have passed (P17).
 */
function flawOf({ objector, name, contact }: ObjectionFormDto, files: readonly SentFile[], submission: Submission, at: Instant) {
  const isSealed = objector === 'person' || files.some(({ part }) => part === 'seal');
  if (!hasWords(name) || !hasWords(contact) || !isSealed) {
    return 'anonymous' satisfies FormalFlaw;
  }
  const { state, publicityEndsAt } = submission;
  const isInTime = publicityEndsAt === null ? state === 'suspected' : state === 'in-publicity' && at < publicityEndsAt;
  return isInTime ? null : ('late' satisfies FormalFlaw);
}

const hasWords = (text: string | undefined): boolean => /[\p{L}\p{N}]/u.test(text ?? '');

/** @throws DomainError MALFORMED, INVALID_INPUT */
function formIn({ form: text, ...others }: Record<string, unknown>): ObjectionFormDto {
  let given: Record<string, unknown>;
  try {
    given = JSON.parse(String(text)) as Record<string, unknown>;
  } catch {
    throw new DomainError('MALFORMED', { field: 'form' });
  }
  return checked(ObjectionFormDto, { ...given, ...others });
}
