import { errorSentences } from '@dengke/contract';
import type { GraphChange, Problem } from '@dengke/contract';
import { Ledger } from '@dengke/service-kit';
import { anAccountsHouse } from '../../testing/accounts-house';
import type { AccountsHouse, SignedInClient } from '../../testing/accounts-house';
import { achievementsStandIn, nothingOpen } from '../../testing/achievements-stand-in';
import type { AchievementsStandIn } from '../../testing/achievements-stand-in';
import type { GraphChangedDto, GraphPreviewDto } from './graph-changes.answers';

const reason = '机构改革';

describe('a change of the graphs', () => {
  let house: AccountsHouse;
  let achievements: AchievementsStandIn;
  let energy: SignedInClient;
  let department: SignedInClient;
  let keys = 0;
  beforeAll(async () => {
    achievements = await achievementsStandIn();
    house = await anAccountsHouse({ DENGKE_ACHIEVEMENTS_URL: achievements.url });
    energy = await house.signIn('sx-energy-admin');
    department = await house.signIn('sx-kjt-admin');
  });
  afterAll(async () => {
    await house.close();
    await achievements.close();
  });

  const preview = (by: SignedInClient, change: GraphChange) => by.post<GraphPreviewDto & Problem>('/graph-changes/preview', { change });
  const act = (by: SignedInClient, change: GraphChange, version: string, key = `graph-change-${(keys += 1)}`) =>
    by.post<GraphChangedDto & Problem>('/graph-changes', { change, version, reason }, key);
  const done = async (by: SignedInClient, change: GraphChange) => act(by, change, (await preview(by, change)).body.version);
  const rows = <T = Record<string, unknown>>(sql: string) => house.database.query<T[]>(sql);
  const everything = () =>
    rows('checksum table organisation, unit, held_position, credential, session, ledger_entry, route_leg, review_route');

  const toTaiyuan: GraphChange = {
    kind: 'transfer',
    organisationId: 'unit-ruiling-gas',
    to: { credentialParentId: 'org-taiyuan-energy', noticeParentId: 'org-taiyuan-energy', areaCode: '140105' },
  };

  it('is looked at first, in all it does, and changes nothing by that', async () => {
    const before = await everything();
    achievements.open = {
      submissions: [
        { serial: '2026-000001', unitId: 'unit-ruiling-gas', state: 'in-review', stage: 'municipal', deskId: 'org-changzhi-energy' },
      ],
      submissionCount: 1,
      draftCount: 2,
    };
    const { status, body } = await preview(energy, toTaiyuan);
    achievements.open = nothingOpen;

    expect(status).toBe(200);
    expect(body.faults).toEqual([]);
    expect(body.effects.organisations).toEqual([
      {
        organisationId: 'unit-ruiling-gas',
        before: expect.objectContaining({ credentialParentId: 'org-changzhi-energy', areaCode: '140423' }) as unknown,
        after: expect.objectContaining({ credentialParentId: 'org-taiyuan-energy', areaCode: '140105' }) as unknown,
      },
    ]);
    expect(body.effects.addressees).toEqual([
      { organisationId: 'unit-ruiling-gas', fromId: 'org-cz-xiangyuan-energy', toId: 'org-taiyuan-energy' },
    ]);
    expect(
      body.effects.routes.map(({ door, before: from, after }) => [door, from?.[1]?.organisationId, after?.[1]?.organisationId]),
    ).toEqual([['municipal', 'org-changzhi-energy', 'org-taiyuan-energy']]);
    expect(new Set(body.effects.credentials.map(({ fromId, toId }) => `${fromId} ${toId}`))).toEqual(
      new Set(['org-changzhi-energy org-taiyuan-energy']),
    );
    expect(body.people.map(({ personId }) => personId).sort()).toEqual(body.effects.credentials.map(({ personId }) => personId).sort());
    expect(body.open).toMatchObject({ submissionCount: 1, draftCount: 2, submissions: [{ serial: '2026-000001' }] });
    expect(achievements.asked.at(-1)?.organisationIds).toEqual(['unit-ruiling-gas']);
    expect(achievements.asked.at(-1)?.authorization).toMatch(/^Bearer /);
    expect(await everything()).toEqual(before);
  });

  it('asks for no open work where nothing that is there is concerned, as when something new is created', async () => {
    const asked = achievements.asked.length;
    const places = { credentialParentId: 'org-changzhi-energy', noticeParentId: 'org-changzhi-energy', areaCode: '140431' };
    const contact = { contactOffice: '办公室', contactPhone: '0355-0000031' };
    const { status, body } = await preview(energy, {
      kind: 'create',
      organisation: { kind: 'county', name: '某县能源局', ...places, ...contact },
    });

    expect([status, body.open]).toEqual([200, nothingOpen]);
    expect(achievements.asked).toHaveLength(asked);
  });

  it('does exactly what was previewed, once, as one recorded act with its reason [P1]', async () => {
    const { body: seen } = await preview(energy, toTaiyuan);
    const first = await act(energy, toTaiyuan, seen.version, 'transfer-once-1');
    const after = await everything();
    const second = await act(energy, toTaiyuan, seen.version, 'transfer-once-1');

    expect(first).toMatchObject({ status: 201, body: { number: 1, organisationId: null, effects: seen.effects } });
    expect(second.body).toEqual(first.body);
    expect(await everything()).toEqual(after);
    const ledger = house.app.get(Ledger);
    const [recorded] = await ledger.timeline('graph/changes');
    expect(recorded).toMatchObject({ kind: 'transfer', by: 'person-sx-energy-admin', organisationId: 'org-sx-energy', text: { reason } });
    expect(await ledger.verify('graph/changes')).toBeNull();
    const moved = (await ledger.entriesAfter('organisation/unit-ruiling-gas', 0)).at(-1);
    expect(moved).toMatchObject({
      kind: 'organisationChanged',
      detail: { path: '/org-most/org-sx-kjt/org-sx-energy/org-taiyuan-energy/unit-ruiling-gas/', areaCode: '140105', change: 1 },
    });
    expect(JSON.stringify(await rows('select detail from ledger_entry'))).not.toMatch(/[\u4e00-\u9fff]|199\d{8}/);
  });

  it('takes effect at once on who sees and issues what', async () => {
    const [taiyuan, changzhi] = [await house.signIn('taiyuan-energy-1'), await house.signIn('changzhi-energy-1')];
    expect((await taiyuan.get('/units/unit-ruiling-gas')).status).toBe(200);
    expect((await changzhi.get('/units/unit-ruiling-gas')).body.code).toBe('NOT_FOUND');
    const legs = (await taiyuan.get<{ legs: { organisationId: string }[] }>('/routes?unit=unit-ruiling-gas&door=municipal')).body.legs;
    expect(legs[1]?.organisationId).toBe('org-taiyuan-energy');
  });

  it('is refused when anything it rests on is another since the preview, and not for what happens elsewhere', async () => {
    const back: GraphChange = {
      kind: 'transfer',
      organisationId: 'unit-ruiling-gas',
      to: { credentialParentId: 'org-changzhi-energy', noticeParentId: 'org-cz-xiangyuan-energy', areaCode: '140423' },
    };
    const rename: GraphChange = { kind: 'rename', organisationId: 'unit-ruiling-gas', name: '襄垣县瑞岭瓦斯发电公司' };
    const elsewhere: GraphChange = { kind: 'rename', organisationId: 'unit-yunshuo-wind', name: '大同市云朔风电公司' };
    const { version } = (await preview(energy, back)).body;

    expect((await done(energy, rename)).status).toBe(201);
    expect((await act(energy, back, version)).body).toMatchObject({ code: 'GRAPH_CHANGED', status: 409 });
    const again = (await preview(energy, back)).body.version;
    expect((await done(energy, elsewhere)).status).toBe(201);
    expect((await act(energy, { ...back, to: { ...back.to, areaCode: '140424' } }, again)).body.code).toBe('GRAPH_CHANGED');
    expect((await act(energy, back, again)).status).toBe(201);
  });

  it('that leaves a fault is refused with the faults, and nothing of it is written', async () => {
    const changes: [GraphChange, string][] = [
      [{ kind: 'transfer', organisationId: 'unit-ruiling-gas', to: { areaCode: '149900' } }, 'noRoute'],
      [{ kind: 'transfer', organisationId: 'org-changzhi-energy', to: { areaCode: '1401' } }, 'areaContested'],
      [{ kind: 'transfer', organisationId: 'unit-ruiling-gas', to: { credentialParentId: 'unit-zhangling-coal' } }, 'wrongParent'],
      [{ kind: 'transfer', organisationId: 'org-changzhi-energy', to: { credentialParentId: 'org-cz-luzhou-energy' } }, 'cycle'],
      [{ kind: 'close', organisationId: 'org-changzhi-energy', successorId: null }, 'orphan'],
      [{ kind: 'revoke', organisationId: 'unit-zhangling-coal', appointments: [] }, 'deskUnstaffed'],
    ];
    const before = await everything();
    for (const [change, fault] of changes) {
      const seen = (await preview(energy, change)).body;
      const { body } = await act(energy, change, seen.version);
      expect({ fault, faults: seen.faults.map((found) => found.fault) }).toEqual({
        fault,
        faults: expect.arrayContaining([fault]) as unknown,
      });
      expect(body).toMatchObject({ code: 'GRAPH_FAULTS', status: 422, details: { faults: seen.faults } });
    }
    expect(await everything()).toEqual(before);
  });

  it('belongs to the super administrator above both ends; what lies outside looks as if it did not exist [P7 S57 S58]', async () => {
    const industry = await house.signIn('sx-industry-admin');
    const toIndustry: GraphChange = {
      kind: 'transfer',
      organisationId: 'unit-ruiling-gas',
      to: {
        credentialParentId: 'org-sx-industry',
        organiserId: 'org-sx-industry',
        noticeParentId: 'org-sx-industry',
        field: null,
        doors: ['organiser'],
      },
    };
    for (const [by, change] of [
      [industry, toTaiyuan],
      [energy, toIndustry],
      [industry, toIndustry],
      [energy, { ...toTaiyuan, organisationId: 'org-sx-energy' }],
      [energy, { ...toTaiyuan, organisationId: 'unit-none' }],
      [department, { kind: 'rename', organisationId: 'org-most', name: '别名' }],
    ] as [SignedInClient, GraphChange][]) {
      const { body } = await preview(by, change);
      expect({ ...body, traceId: '' }).toEqual({
        ...{ type: 'urn:dengke:problem:not-found', title: 'Not found', status: 404, code: 'NOT_FOUND', traceId: '' },
        detail: errorSentences.NOT_FOUND,
      });
      expect((await act(by, change, '0'.repeat(64))).body.code).toBe('NOT_FOUND');
    }
    expect((await preview(department, toIndustry)).body.faults).toEqual([]);
    for (const login of ['sx-energy-1', 'changzhi-energy-1', 'unit-zhangling-coal-admin', 'cz-luzhou-energy-liaison']) {
      expect((await preview(await house.signIn(login), toTaiyuan)).body.code).toBe('NOT_ALLOWED');
    }
  });

  it('says which of its fields is wrong', async () => {
    const asked = async (change: object) => (await energy.post('/graph-changes/preview', { change })).body;
    expect(await asked({ kind: 'abolish' })).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'change.kind', reason: 'isIn' }] },
    });
    expect(await asked({ kind: 'merge', organisationId: 'unit-ruiling-gas', intoId: 'org-taiyuan-energy' })).toMatchObject({
      details: { fields: [{ field: 'change.intoId' }] },
    });
    expect(await asked({ kind: 'merge', organisationId: 'unit-ruiling-gas', intoId: 'unit-ruiling-gas' })).toMatchObject({
      details: { fields: [{ field: 'change.intoId' }] },
    });
    expect(await asked({ kind: 'transfer', organisationId: 'unit-ruiling-gas', to: {} })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await asked({ kind: 'transfer', organisationId: 'unit-ruiling-gas', to: { noticeParentId: null } })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await asked({ kind: 'transfer', organisationId: 'unit-ruiling-gas', to: { path: '/' } })).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  it('waits for another change of the graphs, and one of two that exclude each other is refused', async () => {
    const swaps = (['unit-qinlan-solar', 'unit-zhangling-coal'] as const).map((organisationId, at): GraphChange => {
      const intoId = at === 0 ? 'unit-zhangling-coal' : 'unit-qinlan-solar';
      return { kind: 'merge', organisationId, intoId };
    });
    const versions = await Promise.all(swaps.map(async (change) => (await preview(energy, change)).body.version));
    const answers = await Promise.all(swaps.map((change, at) => act(energy, change, versions[at] ?? '')));

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
  });
});
