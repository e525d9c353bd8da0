import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Evidence, Problem } from '@dengke/contract';
import { mostBytes } from '@dengke/service-kit';
import { aMultipart, aPdf } from '@dengke/test-kit';
import type { UploadPart } from '@dengke/test-kit';
import { Module } from '@nestjs/common';
import { aForm, aUnit } from '../../testing/a-form';
import { anUnknownId, ServiceWorld, someoneOf } from '../../testing/a-service';
import type { DraftView } from '../drafts/drafts.dto';
import { DraftsModule } from '../drafts/drafts.module';
import { EvidenceFile } from './evidence.entity';
import { EvidenceModule } from './evidence.module';
import { EvidenceService } from './evidence.service';

@Module({ imports: [DraftsModule, EvidenceModule] })
class Slices {}

const me = someoneOf(aUnit.id);
const stranger = someoneOf('unit-elsewhere');
const fields: UploadPart[] = [
  { name: 'kind', value: 'acceptance-report' },
  { name: 'number', value: '晋科验字〔2023〕7号' },
  { name: 'issuedOn', value: '2023-05-16' },
];
const file = (content: Buffer = aPdf(), fileName = '验收报告（终稿）.pdf'): UploadPart => ({ name: 'file', value: content, fileName });

describe('a piece of evidence', () => {
  let world: ServiceWorld;
  beforeAll(async () => {
    world = await ServiceWorld.begin(Slices);
  });
  afterAll(() => world.end());

  const aDraft = async (): Promise<string> => (await world.as(me).post<DraftView>('/drafts', { form: aForm() })).body.id;
  const add = <T = Evidence>(draftId: string, parts: UploadPart[] = [...fields, file()], by = me) =>
    world.upload<T>(by, `/drafts/${draftId}/evidence`, parts);
  const rows = () => world.database.manager.count(EvidenceFile);
  const staged = () => readdir(join(world.filesDir, 'staging'));
  const ofDraft = async (draftId: string) => (await world.as(me).get<DraftView>(`/drafts/${draftId}`)).body.evidence;

  it('is stored under the digest of its content, described by what the applicant says of it [P20]', async () => {
    const draftId = await aDraft();
    const content = aPdf('2 0 obj\n<< /Title (one) >>\nendobj');
    const { status, body } = await add(draftId, [...fields, file(content)]);
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(status).toBe(201);
    expect(body).toEqual({
      id: body.id,
      kind: 'acceptance-report',
      number: '晋科验字〔2023〕7号',
      issuedOn: '2023-05-16',
      fileName: '验收报告（终稿）.pdf',
      mediaType: 'application/pdf',
      bytes: content.length,
      sha256,
    });
    expect(await readFile(join(world.filesDir, 'blobs', sha256.slice(0, 2), sha256))).toEqual(content);
    expect([await staged(), await ofDraft(draftId)]).toEqual([[], [body]]);
  });

  it('may have its fields after its file', async () => {
    expect((await add(await aDraft(), [file(), ...fields])).status).toBe(201);
  });

  it('is one piece however often it is sent, but another with another number', async () => {
    const draftId = await aDraft();
    const answers = await Promise.all([add(draftId), add(draftId), add(draftId)]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    await add(draftId, [fields[0]!, { name: 'number', value: '第8号' }, fields[2]!, file()]);
    expect(await ofDraft(draftId)).toHaveLength(2);
  });

  it('comes back byte for byte, only ever as a download', async () => {
    const draftId = await aDraft();
    const { body } = await add(draftId);
    const { status, headers, content } = await world.download(me, `/drafts/${draftId}/evidence/${body.id}/file`);
    expect([status, content]).toEqual([200, aPdf()]);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(aPdf().length),
      'content-disposition': `attachment; filename="________.pdf"; filename*=UTF-8''${encodeURIComponent('验收报告（终稿）.pdf')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
  });

  it('comes back in part for a viewer that asks for it, and never past its end', async () => {
    const draftId = await aDraft();
    const { body } = await add(draftId);
    const part = async (range: string) => {
      const headers = { ...(await world.headersOf(me)), range };
      const answer = await world.app.inject({ method: 'GET', url: `/drafts/${draftId}/evidence/${body.id}/file`, headers });
      return [
        answer.statusCode,
        answer.headers['content-range'],
        answer.headers['content-length'],
        answer.rawPayload.toString('latin1').slice(0, 9),
      ];
    };
    expect(await part('bytes=1-4')).toEqual([206, `bytes 1-4/${aPdf().length}`, '4', 'PDF-']);
    expect((await part(`bytes=${aPdf().length}-`)).slice(0, 2)).toEqual([416, `bytes */${aPdf().length}`]);
    expect((await part('bytes=0-1,3-4'))[0]).toBe(200);
  });

  it('leaves its draft but stays for the submission that holds it [P27]', async () => {
    const draftId = await aDraft();
    const { body } = await add(draftId);
    const url = `/drafts/${draftId}/evidence/${body.id}`;
    expect((await world.as(me).delete(url)).status).toBe(204);
    expect((await world.as(me).delete(url)).status).toBe(404);
    expect([(await world.download(me, `${url}/file`)).status, await ofDraft(draftId)]).toEqual([404, []]);
    expect(await buffer(await (await world.app.get(EvidenceService).open(body.id)).open())).toEqual(aPdf());
  });

  it('does not exist for another unit, like one that never was', async () => {
    const draftId = await aDraft();
    const { body } = await add(draftId);
    const outside = [
      await world.download(stranger, `/drafts/${draftId}/evidence/${body.id}/file`),
      await world.as(stranger).delete(`/drafts/${draftId}/evidence/${body.id}`),
      await add<Problem>(draftId, [...fields, file()], stranger),
      await world.download(me, `/drafts/${draftId}/evidence/${anUnknownId()}/file`),
      await world.download(me, `/drafts/${await aDraft()}/evidence/${body.id}/file`),
    ];
    expect(outside.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    await expect(world.app.get(EvidenceService).open(anUnknownId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is not handed out to somebody whose position has just been withdrawn', async () => {
    const former = someoneOf(aUnit.id, 'former');
    const draftId = await aDraft();
    const { body } = await add(draftId);
    world.revoke(former);
    expect((await world.download(former, `/drafts/${draftId}/evidence/${body.id}/file`)).status).toBe(401);
  });

  it('is taken and refused alike over a real connection, where a refusal may come before all has arrived', async () => {
    const draftId = await aDraft();
    const address = await world.listen();
    const send = async (content: Buffer, to = draftId): Promise<unknown> => {
      const form = new FormData();
      for (const { name, value } of fields) {
        form.append(name, String(value));
      }
      form.append('file', new Blob([new Uint8Array(content)]), '验收报告（终稿）.pdf');
      const answer = await fetch(`${address}/drafts/${to}/evidence`, { method: 'POST', body: form, headers: await world.headersOf(me) });
      const body = (await answer.json()) as Partial<Evidence & Problem>;
      return [answer.status, body.fileName ?? body.code];
    };
    const tooLarge = Buffer.concat([aPdf(), Buffer.alloc(mostBytes + 5_000_000)]);
    expect(await send(tooLarge)).toEqual([413, 'FILE_TOO_LARGE']);
    expect(await send(tooLarge, anUnknownId())).toEqual([404, 'NOT_FOUND']);
    expect(await send(aPdf())).toEqual([201, '验收报告（终稿）.pdf']);
    expect(await send(Buffer.concat([aPdf(), Buffer.alloc(15_000_000, ' '), Buffer.from('%%EOF')]))).toEqual([201, '验收报告（终稿）.pdf']);
  });

  describe('is refused, with no row and nothing left on disk,', () => {
    const whole = aMultipart([...fields, file()]);
    const nameless = { ...whole, payload: Buffer.from(whole.payload.toString('latin1').replace(/; filename="[^"]*"/, ''), 'latin1') };
    it.each<[string, number, string, UploadPart[] | ReturnType<typeof aMultipart>]>([
      ['when it is too large', 413, 'FILE_TOO_LARGE', [...fields, file(Buffer.concat([aPdf(), Buffer.alloc(mostBytes)]))]],
      ['when its content is not what its name says', 415, 'FILE_TYPE_REFUSED', [...fields, file(Buffer.from('<html></html>'))]],
      ['when its type is not accepted', 415, 'FILE_TYPE_REFUSED', [...fields, file(aPdf(), '程序.exe')]],
      ['without a kind', 422, 'INVALID_INPUT', [...fields.slice(1), file()]],
      ['with a kind nobody knows', 422, 'INVALID_INPUT', [{ name: 'kind', value: 'letter' }, ...fields.slice(1), file()]],
      ['with an empty number', 422, 'INVALID_INPUT', [fields[0]!, { name: 'number', value: '' }, fields[2]!, file()]],
      ['with a day that is none', 422, 'INVALID_INPUT', [...fields.slice(0, 2), { name: 'issuedOn', value: '2023-02-30' }, file()]],
      ['with a field nobody asked for', 422, 'INVALID_INPUT', [...fields, { name: 'owner', value: 'me' }, file()]],
      ['with a field of the prototype', 400, 'MALFORMED', [...fields, { name: '__proto__', value: 'x' }, file()]],
      ['without a file', 400, 'MALFORMED', fields],
      ['with an empty file', 400, 'MALFORMED', [...fields, file(Buffer.alloc(0))]],
      ['with two files', 400, 'MALFORMED', [...fields, file(), file()]],
      ['when it was cut off', 400, 'MALFORMED', { ...whole, payload: whole.payload.subarray(0, whole.payload.length - 60) }],
      ['when its file has no name', 400, 'MALFORMED', nameless],
      ['when it is no multipart', 415, 'MEDIA_TYPE_REFUSED', { payload: Buffer.from('{}'), contentType: 'application/json' }],
      ['when its boundary is missing', 400, 'MALFORMED', { ...whole, contentType: 'multipart/form-data' }],
    ])('%s', async (_, status, code, body) => {
      const draftId = await aDraft();
      const before = await rows();
      const answer = await world.upload(me, `/drafts/${draftId}/evidence`, body);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect([await rows(), await staged()]).toEqual([before, []]);
    });

    it('when the draft holds twenty already, even sent side by side', async () => {
      const draftId = await aDraft();
      const numbered = (number: number) =>
        add<Evidence | Problem>(draftId, [fields[0]!, { name: 'number', value: `第${number}号` }, fields[2]!, file()]);
      for (let number = 1; number <= 18; number += 1) {
        await numbered(number);
      }
      const last = await Promise.all([19, 20, 21, 22].map(numbered));
      expect(last.map(({ status }) => status).sort()).toEqual([201, 201, 422, 422]);
      expect((await numbered(23)).body).toMatchObject({ code: 'TOO_MANY_FILES', details: { most: 20 } });
      expect(await ofDraft(draftId)).toHaveLength(20);
    });
  });
});
