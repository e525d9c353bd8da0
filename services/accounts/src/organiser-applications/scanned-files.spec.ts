import { aPdf, AScanner, aSpecVirus } from '@dengke/test-kit';
import { anAccountsHouse } from '../../testing/accounts-house';
import type { AccountsHouse } from '../../testing/accounts-house';
import { aForm, applicants, theScans } from '../../testing/applications';
import { OrganiserApplication } from './organiser-application.entity';

describe('an application to be an organiser where a virus scanner is configured', () => {
  let scanner: AScanner;
  let house: AccountsHouse;
  beforeAll(async () => {
    scanner = await AScanner.begin();
    house = await anAccountsHouse({ DENGKE_CLAMD_ADDRESS: scanner.address });
  });
  afterAll(() => house.close());

  it('is taken with clean scans alone, and not while the scanner is away', async () => {
    const [signature, seal] = theScans();
    const apply = async (scans: ReturnType<typeof theScans>) => {
      const { status, body } = await applicants(house).applyAsOrganiser(aForm(), scans);
      return [status, (body as { code?: string }).code];
    };

    expect(await apply([signature!, { ...seal!, value: aPdf(`% ${aSpecVirus}`) }])).toEqual([422, 'FILE_INFECTED']);
    expect([scanner.seen, await apply(theScans())]).toEqual([2, [201, undefined]]);
    await scanner.goAway();
    expect(await apply(theScans())).toEqual([503, 'UNAVAILABLE']);

    expect(await house.database.manager.count(OrganiserApplication)).toBe(1);
  });
});
