import type { Problem } from '@dengke/contract';
import { eventually } from '@dengke/test-kit';
import { anAccountsHouse } from '../../testing/accounts-house';
import type { AccountsHouse } from '../../testing/accounts-house';
import type { HolderDto } from './holders.dto';

describe('a position that ends', () => {
  let house: AccountsHouse;
  beforeAll(async () => {
    house = await anAccountsHouse();
  });
  afterAll(() => house.close());

  it('takes no login back from whoever is given another position in that moment', async () => {
    const personId = 'person-unit-qinlan-solar-1';
    const clerk = await house.signIn('changzhi-energy-1');
    const holder = async () => (await clerk.get<HolderDto>(`/people/${personId}`)).body;
    const left = (await holder()).positions[0]?.id ?? '';
    const waiting = async (statement: string) => {
      const running = 'select 1 from information_schema.processlist where db = database() and id <> connection_id() and info like ?';
      return (await house.database.query<unknown[]>(running, [statement])).length > 0;
    };

    // The other position is granted and not told yet: its entry waits for one with the same number.
    const holding = house.database.createQueryRunner();
    await holding.startTransaction();
    await holding.query(
      `insert into ledger_entry (subject, number, kind, actId, at, detail, previousHash, hash)
         select subject, lastNumber + 1, 'held', 'held', '2026-01-01', '{}', '', '' from ledger_head where subject = 'organisation/unit-zhangling-coal'`,
    );
    const another = { organisationId: 'unit-zhangling-coal', role: 'completer', personId };
    const issuing = clerk.post<Problem>('/credentials', another, 'granted-in-that-moment');
    await eventually(() => waiting('INSERT INTO ledger_entry%'));
    let isEnded = false;
    const ending = clerk.post<Problem>(`/positions/${left}/end`, { reason: '已调离' }, 'ended-in-that-moment').finally(() => {
      isEnded = true;
    });
    await eventually(async () => isEnded || (await waiting('select version from credential%for update')));
    await holding.rollbackTransaction();
    await holding.release();

    expect([(await issuing).status, (await ending).status]).toEqual([201, 204]);
    const { login, positions } = await holder();
    expect([login?.state, positions.map(({ organisationId }) => organisationId)]).toEqual(['active', ['unit-zhangling-coal']]);
  });
});
