import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import type { Caller, OrganisationKind, Role, StageKind } from '@dengke/contract';
import { createService, FeedFollowers, migrateService, databaseOptions, readConfig } from '@dengke/service-kit';
import { aDatabase, anEnvironment, eventually, httpOf, someTokens } from '@dengke/test-kit';
import type { TestTokens } from '@dengke/test-kit';
import { NotificationsConfig } from '../src/config';
import { Message } from '../src/inbox/message.entity';
import { Mail } from '../src/mail/mail.entity';
import { notifications } from '../src/notifications';
import { entities, migrations } from '../src/schema';
import { FeedSource } from './feed-source';
import { MailSink } from './mail-sink';

/** Notifications on a MariaDB of its own, between two real feeds and a real mail server. */
export interface House {
  app: NestFastifyApplication;
  database: DataSource;
  accounts: FeedSource;
  achievements: FeedSource;
  sink: MailSink;
  config: NotificationsConfig;
  http: ReturnType<typeof httpOf>;
  headersOf(caller: Caller): Promise<{ authorization: string }>;
  tokens: TestTokens;
  /** Reads both feeds to their end. */
  atRest(): Promise<void>;
  messages(personId: string): Promise<Message[]>;
  close(): Promise<void>;
}

export async function aHouse(environment: Record<string, string> = {}): Promise<House> {
  const schema = await aDatabase('notifications');
  const [accounts, achievements, sink, tokens] = [
    await FeedSource.listen(),
    await FeedSource.listen(),
    await MailSink.listen(),
    await someTokens(),
  ];
  const filesDir = await mkdtemp(join(tmpdir(), 'dengke-files-of-notices-'));
  const config = readConfig(
    NotificationsConfig,
    anEnvironment({
      DENGKE_PROFILE: 'season',
      DENGKE_DATABASE_URL: schema.url,
      DENGKE_ACCOUNTS_URL: accounts.url,
      DENGKE_ACHIEVEMENTS_URL: achievements.url,
      DENGKE_PUBLIC_URL: 'http://dengke.example',
      DENGKE_MAIL_URL: sink.url,
      DENGKE_FILES_DIR: filesDir,
      DENGKE_MAIL_BACKOFF_SECONDS: '0',
      ...environment,
    }),
  );
  await migrateService(databaseOptions(schema.url, entities, migrations));
  const app = await createService({ ...notifications(config), authority: tokens.authority, background: false });
  const followers = app.get(FeedFollowers);
  const database = app.get(DataSource);
  followers.start();
  return {
    ...{ app, database, accounts, achievements, sink, config, tokens, http: httpOf(app, tokens) },
    headersOf: async (caller) => ({ authorization: `Bearer ${await tokens.tokenFor(caller)}` }),
    atRest: async () => void (await eventually(async () => Object.values(await followers.unread()).every((unread) => unread === 0))),
    messages: (personId) => database.manager.find(Message, { where: { recipientId: personId }, order: { id: 'ASC' } }),
    close: async () => {
      await app.close();
      await Promise.all([accounts.close(), achievements.close(), sink.close()]);
      await schema.drop();
      await rm(filesDir, { recursive: true });
    },
  };
}

/** All mails are on their way out or given up. */
export async function mailsSettled({ database }: House): Promise<void> {
  await eventually(async () => (await database.manager.countBy(Mail, { state: 'waiting' })) === 0);
}

export function hasOrganisation(
  { accounts }: House,
  id: string,
  kind: OrganisationKind,
  name: string,
  { noticeParentId = null, closed = false }: { noticeParentId?: string | null; closed?: boolean } = {},
): void {
  accounts.knows(`/internal/organisations/${id}`, { id, name, kind, path: `/${id}/`, areaCode: '1404', noticeParentId, closed });
  accounts.tells({ subject: `organisation/${id}`, kind: 'recorded' });
}

/** `hasPerson(house, 'liu', { 'unit-coal': ['unit', 'completer'] })` */
export function hasPerson(
  { accounts }: House,
  id: string,
  positions: Record<string, [OrganisationKind, Role, endsAt?: string]>,
  mail: string | null = `${id}@demo.example`,
): void {
  accounts.knows(`/internal/people/${id}`, {
    ...{ id, name: `某${id}`, mail, mobile: '19900000000' },
    positions: Object.entries(positions).map(([organisationId, [organisationKind, role, endsAt = null]]) => ({
      ...{ id: `${id}-${organisationId}`, organisationId, organisationKind, role, endsAt },
    })),
  });
  accounts.tells({ subject: 'organisation/of-whoever-changed-it', kind: 'recorded', detail: { personId: id } });
}

const desks: Record<StageKind, [id: string, kind: OrganisationKind, name: string]> = {
  unit: ['unit-coal', 'unit', '漳岭煤业'],
  municipal: ['changzhi', 'municipal', '长治市能源局'],
  organiser: ['sx-energy', 'organiser', '山西省能源局'],
  department: ['kjt', 'department', '山西省科学技术厅'],
  ministry: ['most', 'ministry', '国家科技成果网'],
};

/** The people of one route: `liu` and `cai` fill in, `ma` releases, each desk has two managers and a super administrator. */
export async function withPeople(house: House): Promise<void> {
  Object.values(desks).forEach(([id, kind, name]) => hasOrganisation(house, id, kind, name));
  hasPerson(house, 'liu', { 'unit-coal': ['unit', 'completer'] });
  hasPerson(house, 'cai', { 'unit-coal': ['unit', 'completer'] });
  hasPerson(house, 'ma', { 'unit-coal': ['unit', 'unitAdmin'] });
  for (const [id, kind] of [desks.municipal, desks.organiser, desks.department, desks.ministry]) {
    hasPerson(house, `${id}-1`, { [id]: [kind, 'manager'] });
    hasPerson(house, `${id}-2`, { [id]: [kind, 'manager'] });
    hasPerson(house, `${id}-admin`, { [id]: [kind, 'superAdmin'] });
  }
  await house.atRest();
}

/** What the ledger of achievements says of a submission at one stage, without the act's own. */
export function standingAt(stage: StageKind | null): Record<string, unknown> {
  const order = Object.keys(desks) as StageKind[];
  const position = stage === null ? -1 : order.indexOf(stage);
  const idOf = (kind: StageKind | undefined): string | null => (kind === undefined ? null : desks[kind][0]);
  return {
    ...{ stage, state: 'in-review', round: 1, mode: 'rolling', windowId: null, registrationNumber: null },
    ...{ submitterId: 'liu', unitId: 'unit-coal', dueAt: '2023-08-25T16:00:00.000Z' },
    deskId: stage === null ? null : idOf(stage),
    nextDeskId: stage === null ? null : idOf(order[position + 1]),
  };
}
