import type { Caller, CertificateKey } from '@dengke/contract';
import { certificateSentence } from '@dengke/contract';
import { canonical, sm3, textSigned } from '@dengke/service-kit';
import { fontsOf, pagesOf } from '@dengke/test-kit';
import { aKey, aRegistration, completer, ministry, registrar, withDocument } from '../../testing/a-registration';
import type { Registration } from '../../testing/a-registration';
import { ServiceWorld, someoneOf } from '../../testing/a-service';
import { actAt } from '../../testing/desks';
import { AchievementsModule } from '../achievements.module';
import { ActsService } from '../acts/acts.service';
import type { CorrectionProgress } from '../corrections/correction-facts';
import type { RegisterPageDto } from '../register/register.dto';
import { seedAchievements } from '../seed';
import { Certificate } from './certificate.entity';
import type { CertificateVersion, VerificationDto } from './certificates.dto';
import { IssuingService } from './issuing.service';
import { unsealed, verificationUrl } from './sealing';

const head: Caller = { ...registrar, personId: 'kjt-head', position: { ...registrar.position, role: 'superAdmin' } };
const monday = '2023-08-14T02:00:00.000Z';
const name = '低浓度煤层气梯级利用关键技术';

describe('the certificate of a registration', () => {
  let world: ServiceWorld;
  let registered: Registration;
  const rowOf = (version = 1): Promise<Certificate> =>
    world.database.manager.findOneByOrFail(Certificate, { number: registered.number, version });
  const verify = async (query = '', number = registered.number) =>
    (await world.anonymous.get<VerificationDto>(`/certificates/${number}/verification${query}`)).body;
  const pdf = async (query = '') => (await world.download(completer, `/submissions/${registered.serial}/certificate${query}`)).content;
  const issuing = () => world.app.get(IssuingService, { strict: false });
  const reissue = async (newName: string) => issuing().reissue(world.database.manager, await rowOf(), { name: newName }, monday);

  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'season');
    registered = await aRegistration(world, name, monday);
  });
  afterAll(() => world.end());

  it('is issued in the transaction that gives the number, with what is registered and nothing that grades it [P34 P35]', async () => {
    const { body } = await world.as(completer).get<CertificateVersion[]>(`/submissions/${registered.serial}/certificates`);

    expect(body).toHaveLength(1);
    expect(body[0]).toMatchObject({
      ...{ number: registered.number, version: 1, name, units: ['长治市漳岭煤业有限公司'], completers: ['甲某'] },
      ...{ approvedOn: '2023-08-14', registrar: '山西省科学技术厅', standing: 'valid', issuedAt: monday, endedAt: null },
    });
    expect(Object.keys(body[0] ?? {}).filter((key) => /grade|level|score/i.test(key))).toEqual([]);
  });

  it('carries a digest and a signature over what is printed, which a published key proves', async () => {
    const row = await rowOf();
    const { digest, sealed } = row;
    const { body } = await world.anonymous.get<CertificateKey[]>('/certificates/keys');
    const text = textSigned(sealed, Object.fromEntries(body.map(({ id, publicKey }) => [id, publicKey])));

    expect(digest).toBe(sm3(canonical(unsealed(row))));
    expect(JSON.parse(text ?? '')).toEqual({
      ...{ number: registered.number, version: 1, name, units: ['长治市漳岭煤业有限公司'], completers: ['甲某'] },
      ...{ approvedOn: '2023-08-14', registrar: '山西省科学技术厅', digest },
    });
    expect(body).toEqual([{ id: 'c1', current: true, publicKey: expect.stringContaining('PUBLIC KEY') as string }]);
    expect(JSON.stringify(body)).not.toContain('PRIVATE');
  });

  it('is printed: the text of the page equals the row, with seal place, version and the sentence [P35]', async () => {
    const page = pagesOf(await pdf());
    const lines = page[0]?.split('\n') ?? [];

    expect(page).toHaveLength(1);
    expect(lines).toEqual(
      expect.arrayContaining(['科技成果登记证书', certificateSentence, '登记机构：山西省科学技术厅', '（公章）', '完成人 甲某']),
    );
    expect(page[0]).toContain(`登记号：${registered.number} 第1版`);
    expect(page[0]).toContain(`成果名称 ${name}`);
    expect(page[0]).toContain('完成单位 长治市漳岭煤业有限公司');
    expect(page[0]).toContain('批准登记日期 2023年8月14日');
    expect(page[0]).toContain(`/certificates/${registered.number}`);
    expect(page[0]).not.toMatch(/国际领先|国际先进|国内领先|国内先进|水平/);
    expect(fontsOf(await pdf()).every(({ embedded, subset, unicode }) => embedded && subset && unicode)).toBe(true);
  });

  it('has the same bytes each time', async () => {
    expect((await pdf()).equals(await pdf())).toBe(true);
  });

  it('is for those who take part in the submission', async () => {
    const url = `/submissions/${registered.serial}/certificate`;
    expect((await world.download(registrar, url)).headers).toMatchObject({ 'content-type': 'application/pdf' });
    expect((await world.download(someoneOf('unit-elsewhere'), url)).status).toBe(404);
    expect((await world.download(completer, `${url}?version=2`)).status).toBe(404);
  });

  it('is verified by anybody: by its number, by its version, by its QR code [P35]', async () => {
    const { sealed } = await rowOf();
    const qr = new URL(verificationUrl('https://dengke.example/', await rowOf()));

    expect(qr.pathname).toBe(`/certificates/${registered.number}`);
    expect(await verify()).toMatchObject({ outcome: 'valid', version: 1, sentence: certificateSentence, certificate: { name } });
    expect(await verify(qr.search)).toMatchObject({ outcome: 'valid', version: 1 });
    expect(await verify(`?version=1&sealed=${sealed.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'))}`)).toMatchObject({
      outcome: 'altered',
    });
    expect(await verify('?version=2')).toMatchObject({ outcome: 'unknown', version: 2, certificate: null });
    expect(await verify('', '9992023Y9999')).toMatchObject({ outcome: 'unknown', version: null });
    expect((await world.anonymous.get('/certificates/12/verification')).body.code).toBe('INVALID_INPUT');
  });

  it('tells nothing that is not public: no contact, no code, no submission [P38]', async () => {
    const told = JSON.stringify(await verify());

    expect(told).not.toContain('0355-0000001');
    expect(told).not.toContain(registered.serial);
    expect(told).not.toContain('91140403DM00000134');
  });

  it('is read by nobody while somebody suspects that it is classified, nor is its entry in the register [P17]', async () => {
    const { serial, number } = await aRegistration(world, '涉密核查中的成果', monday);
    const acts = world.app.get(ActsService, { strict: false });
    const ask = { reason: '改名', changes: { name: '核查中的更正' } };
    const correction = await world.upload<CorrectionProgress>(completer, `/submissions/${serial}/corrections`, withDocument(ask), aKey());
    await acts.byWorkflow('reportUp', { serial, after: 5, at: monday });
    await actAt(world, monday, ministry, serial, 'suspect', { suspicion: 'other' });

    const refused = ['/certificate', '/certificates'].map((path) => `/submissions/${serial}${path}`);
    for (const path of [...refused, `/corrections/${correction.body.id}`, `/corrections/${correction.body.id}/document`]) {
      expect([path, (await world.download(completer, path)).status]).toEqual([path, 403]);
    }
    const listed = async () => (await world.anonymous.get<RegisterPageDto>('/register?name=涉密核查中')).body.items.length;
    const counted = async () => (await world.anonymous.get<{ count: number }[]>('/register/facets?name=涉密核查中')).body.length;
    expect([await listed(), await counted(), (await world.anonymous.get(`/register/${number}`)).status]).toEqual([0, 0, 404]);
    expect(await verify('', number)).toMatchObject({ outcome: 'valid', certificate: null });

    await actAt(world, monday, head, serial, 'clear', { reason: '经核查不涉密' });
    expect([await listed(), (await world.anonymous.get(`/register/${number}`)).status]).toEqual([1, 200]);
    expect((await world.download(completer, `/submissions/${serial}/certificate`)).status).toBe(200);
  });

  it('says of itself that a newer version stands in its place, on paper and online [P36]', async () => {
    await reissue('低浓度煤层气梯级利用技术');

    expect(await verify('?version=1')).toMatchObject({ outcome: 'superseded', supersededBy: 2, cancelledOn: null, certificate: { name } });
    expect(await verify()).toMatchObject({ outcome: 'valid', version: 2, certificate: { name: '低浓度煤层气梯级利用技术' } });
    expect(pagesOf(await pdf('?version=1'))[0]).toContain('本证书已被第2版替代');
    expect(pagesOf(await pdf())[0]).not.toContain('替代');
  });

  it('is cancelled with its date, every version of it [P36]', async () => {
    await issuing().cancel(world.database.manager, await rowOf(2), '2023-09-30T17:00:00.000Z');

    expect(await verify()).toMatchObject({ outcome: 'cancelled', cancelledOn: '2023-10-01', version: 2 });
    expect(await verify('?version=1')).toMatchObject({ outcome: 'cancelled', cancelledOn: '2023-10-01', supersededBy: 2 });
    expect(pagesOf(await pdf('?version=1'))[0]).toContain('该登记已于2023年10月1日注销');
  });

  it('has one valid version at most, whoever writes', async () => {
    const second = { ...(await rowOf(2)), version: 3, standing: 'valid' as const };
    await world.database.manager.insert(Certificate, second);

    await expect(world.database.manager.insert(Certificate, { ...second, version: 4 })).rejects.toThrow('certificate_one_valid');
  });
});
