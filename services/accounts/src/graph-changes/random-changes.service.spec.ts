import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import type { Caller } from '@dengke/contract';
import { BusinessClock, DomainError } from '@dengke/service-kit';
import { anAccountsHouse } from '../../testing/accounts-house';
import type { AccountsHouse } from '../../testing/accounts-house';
import { achievementsStandIn } from '../../testing/achievements-stand-in';
import type { AchievementsStandIn } from '../../testing/achievements-stand-in';
import { brokenIn } from '../../testing/invariants';
import { drawn, someSteps } from '../../testing/random-changes';
import { CredentialsService } from '../credentials/credentials.service';
import type { GraphPicture, PicturedPosition } from '../routes/graph-picture';
import { pictureIn } from '../routes/graphs';
import { GraphChangesService } from './graph-changes.service';
import { planChange } from './plan';

const seed = randomInt(2 ** 31);
const at = '2026-03-02T01:00:00.000Z';

describe('random changes of the seeded province in the database', () => {
  let house: AccountsHouse;
  let achievements: AchievementsStandIn;
  beforeAll(async () => {
    achievements = await achievementsStandIn();
    house = await anAccountsHouse({ DENGKE_ACHIEVEMENTS_URL: achievements.url });
  });
  afterAll(async () => {
    await house.close();
    await achievements.close();
  });

  const picture = () => pictureIn(house.database.manager, at);
  const callerAt = (from: GraphPicture, { id, personId, organisationId, role }: PicturedPosition): Caller => {
    const organisationKind = from.organisations.get(organisationId)?.kind ?? 'unit';
    return { personId, sessionId: 'session', position: { id, organisationId, organisationKind, role } };
  };

  it('are written as they were worked out, each wholly or not at all, and leave everything in order [P7 S57 S58]', async () => {
    const steps = fc.sample(fc.array(someSteps(1), { minLength: 60, maxLength: 60 }), { seed, numRuns: 1 }).flat(2);
    const done = new Map<string, number>();
    process.stdout.write(`seed ${seed}\n`);
    const clock = house.app.get(BusinessClock);
    const [changes, credentials] = [house.app.get(GraphChangesService), house.app.get(CredentialsService, { strict: false })];
    for (const [number, step] of steps.entries()) {
      const before = await picture();
      const request = drawn(before, step);
      if (request === null) {
        continue;
      }
      const me = callerAt(before, request.by);
      const outcome = await clock
        .at(at, async () => {
          if ('issue' in request) {
            const { personId, organisationId, role } = request.issue;
            const isKnown = before.positions.some((position) => position.personId === personId);
            const who = isKnown ? { personId } : { login: `random-${number}`, person: { name: '随机' } };
            await credentials.issue(me, `issue-${number}-key`, { organisationId, role, ...who });
            return 'issue';
          }
          const { change } = request;
          const { version } = planChange(before, me.position.organisationId, change);
          const { organisationId } = await changes.change(me, `change-${number}-key`, { change, version, reason: '机构改革' });
          expect(plain(await picture())).toEqual(
            plain(planChange(before, me.position.organisationId, change, organisationId ?? 'none').after),
          );
          return change.kind;
        })
        .catch((refusal: unknown) => {
          if (refusal instanceof DomainError) {
            return refusal.code;
          }
          throw refusal;
        });
      done.set(outcome, (done.get(outcome) ?? 0) + 1);
      expect(brokenIn(await picture())).toEqual([]);
    }

    expect([...done.keys()]).toEqual(expect.arrayContaining(['issue', 'transfer', 'NOT_FOUND']));
    expect(done.get('GRAPH_CHANGED')).toBeUndefined();
  });
});

/** Without what only the writing gives: versions of rows and ids of positions. */
function plain({ organisations, positions, shut, routes }: GraphPicture) {
  return {
    organisations: [...organisations.values()].map((node) => ({ ...node, version: 0 })).sort((one, other) => (one.id < other.id ? -1 : 1)),
    positions: positions.map(({ personId, organisationId, role, deputyOf }) => [personId, organisationId, role, deputyOf].join(' ')).sort(),
    shut: [...shut].sort(),
    routes: routes.map(({ id, legs }) => ({ id, legs: legs.map(({ kind, holder }) => `${kind} ${holder}`) })),
  };
}
