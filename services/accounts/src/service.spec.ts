import { unexplainedRules, unsaidIn, unsaidInRefusal } from '@dengke/test-kit';
import type { ApiDocument } from '@dengke/test-kit';
import { anAccountsHouse } from '../testing/accounts-house';
import type { AccountsHouse } from '../testing/accounts-house';
import { GraphCheck } from './routes/graph-check';

describe('accounts', () => {
  let house: AccountsHouse;
  beforeAll(async () => {
    house = await anAccountsHouse();
  });
  afterAll(() => house.close());

  it('says in its API document for every route what it is for and what it answers', async () => {
    const { body } = await house.outside.get<ApiDocument>('/openapi.json');
    const { operations, unsaid } = unsaidIn(body);

    expect(operations).toBeGreaterThan(8);
    expect(unsaid).toEqual([]);
  });

  it('says what a sign-in refuses, and where its session is', async () => {
    const { body } = await house.outside.get<ApiDocument>('/openapi.json');

    const { responses } = body.paths['/api/v1/sessions']!['post']!;

    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['201', '401', '422', '429']));
    expect(responses['201']).toMatchObject({ headers: { 'x-dengke-session': { schema: { type: 'string' } } } });
  });

  it('does not start with a broken graph, but does where somebody has only left a desk', async () => {
    const check = house.app.get(GraphCheck, { strict: false });
    await house.database.query("update held_position set endedAt = grantedAt where organisationId = 'org-datong-energy'");
    await expect(check.onModuleInit()).resolves.toBeUndefined();
    await house.database.query("update organisation set contactPhone = null where id = 'org-cz-luzhou-energy'");
    await expect(check.onModuleInit()).rejects.toThrow('org-cz-luzhou-energy noContact (notice)');

    const { body } = await house.inside.get('/internal/graphs/lint');
    expect(body).toContainEqual({ fault: 'noContact', organisationId: 'org-cz-luzhou-energy', in: 'notice' });
    expect((await house.outside.get('/internal/graphs/lint')).status).toBe(401);
  });

  it('finds nothing by a key with signs that no key has, wherever it is asked for', async () => {
    const [energy, no] = [await house.signIn('sx-energy-admin'), encodeURIComponent('张三😀')];
    const paths = [`/units/${no}`, `/organisations/${no}/people`, `/positions/${no}/rights`, `/routes?unit=${no}`];
    const got = await Promise.all(paths.map((path) => energy.get(path)));
    const deputy = { personId: '张三', deputyOf: '李四', endsOn: '2099-12-31', reason: '出差' };
    const sent = [
      await energy.post('/deputies', deputy, 'no-key-00001'),
      await energy.post(`/credentials/${no}/first-password`, {}, 'no-key-00002'),
    ];

    expect([...got, ...sent].map(({ body: { code } }) => code)).toEqual(Array(6).fill('NOT_FOUND'));
  });

  it('has a sentence for every rule of its forms, and a name for every field', () => {
    const { rules, unexplained } = unexplainedRules();

    expect(rules).toBeGreaterThan(300);
    expect(unexplained).toEqual([]);
  });

  it('refuses every form with the field and the reason in Chinese, beside stable codes', async () => {
    const [admin, change] = [await house.signIn('sx-energy-admin'), { kind: 'transfer', organisationId: 'unit-ruiling-gas', to: {} }];
    const { body: none } = await house.outside.post('/api/v1/credential-applications', {}, { key: 'bad-input-1' });
    const refused = [
      await house.outside.post('/api/v1/sessions', { login: 7 }),
      await house.outside.post('/api/v1/credential-applications', { name: '', mobile: '1', uscc: '91', role: 'x' }, { key: 'bad-input-2' }),
      await house.outside.post('/api/v1/first-passwords', { link: '', password: '' }, { key: 'bad-input-3' }),
      await admin.get('/organisations?limit=900&kind=club'),
      await admin.post('/credentials', { organisationId: 'x', role: 'king', person: { name: '' } }, 'bad-input-4'),
      await admin.post('/graph-changes/preview', { change: { kind: 'melt' } }),
      await admin.post('/graph-changes/preview', { change }),
      await admin.post('/deputies', { personId: '', endsOn: 'tomorrow' }, 'bad-input-5'),
      await admin.post('/people/person-sx-energy-1/unmask', { reason: '查' }, 'bad-input-6'),
      await admin.post('/graph-changes', { change }, 'short'),
      await admin.get('/units/nobody-knows-it'),
    ];

    expect([none, ...refused.map(({ body }) => body)].flatMap(unsaidInRefusal)).toEqual([]);
    expect(none).toMatchObject({ code: 'INVALID_INPUT', detail: '部分内容缺失或填写有误，请按提示修改。' });
    expect(none.details?.['fields']).toContainEqual(
      expect.objectContaining({ field: 'mobile', label: '手机号码', reason: 'matches', sentence: '此项必填' }),
    );
    expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['INVALID_INPUT', 'IDEMPOTENCY_KEY_MISSING', 'NOT_FOUND']));
  });

  it('is ready with its database alone', async () => {
    expect((await house.outside.get('/health/ready')).body).toMatchObject({ checks: { database: 'up' } });
  });
});
