import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Caller, Evidence, Problem } from '@dengke/contract';
import { mostBytes } from '@dengke/service-kit';
import { aPdf, eventually } from '@dengke/test-kit';
import { Module } from '@nestjs/common';
import { aForm, aUnit } from '../../testing/a-form';
import { anUnknownId, ServiceWorld, someoneOf } from '../../testing/a-service';
import type { DraftView } from '../drafts/drafts.dto';
import { DraftsModule } from '../drafts/drafts.module';
import { EvidenceFile } from './evidence.entity';
import { EvidenceModule } from './evidence.module';
import { UnfinishedUpload } from './upload.entity';
import { UploadsService } from './uploads.service';

@Module({ imports: [DraftsModule, EvidenceModule] })
class Slices {}

const me = someoneOf(aUnit.id);
const colleague = someoneOf(aUnit.id, 'colleague');
const content = aPdf(`% ${'x'.repeat(3_000)}`);
const sha256 = (of: Buffer, encoding: 'hex' | 'base64' = 'hex') => createHash('sha256').update(of).digest(encoding);
type Headers = Record<string, string>;

describe('an upload in pieces', () => {
  let world: ServiceWorld;
  beforeEach(async () => {
    world = await ServiceWorld.begin(Slices);
  });
  afterEach(() => world.end());

  const send = async (
    method: 'POST' | 'PATCH' | 'HEAD' | 'DELETE',
    url: string,
    headers: Headers = {},
    payload?: Buffer,
    by: Caller = me,
  ) => {
    const all = { 'tus-resumable': '1.0.0', ...(await world.headersOf(by)), ...headers };
    const answer = await world.app.inject({ method, url, headers: all, ...(payload && { payload }) });
    const body = (answer.body === '' ? {} : JSON.parse(answer.body)) as Problem;
    return { status: answer.statusCode, headers: answer.headers, code: body.code, details: body.details };
  };
  const aDraft = async (): Promise<string> => (await world.as(me).post<DraftView>('/drafts', { form: aForm() })).body.id;
  const begin = async (draftId: string, bytes = content.length): Promise<string> => {
    const { headers } = await send('POST', `/drafts/${draftId}/uploads`, { 'upload-length': String(bytes) });
    return `/drafts/${draftId}/${String(headers['location'])}`;
  };
  const piece = (url: string, from: number, to = content.length, more: Headers = {}, by = me) =>
    send(
      'PATCH',
      url,
      { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from), ...more },
      content.subarray(from, to),
      by,
    );
  const offsetOf = async (url: string) => (await send('HEAD', url)).headers['upload-offset'];
  const finish = <T = Evidence>(url: string, parts: object = {}) =>
    world.as(me).post<T>(url.replace(/uploads\/.*/, 'evidence/uploaded'), {
      ...{ uploadId: url.split('/').at(-1), kind: 'acceptance-report', number: '第7号', issuedOn: '2023-05-16', fileName: '验收报告.pdf' },
      ...{ sha256: sha256(content), ...parts },
    });
  const left = async () => [
    await world.database.manager.count(UnfinishedUpload),
    (await readdir(join(world.filesDir, 'unfinished')).catch(() => [])).length,
    await world.database.manager.count(EvidenceFile),
  ];

  it('is begun, added to, and becomes a piece of evidence once it is whole, once', async () => {
    const url = await begin(await aDraft());
    expect(await offsetOf(url)).toBe('0');
    expect(await piece(url, 0, 1_000)).toMatchObject({ status: 204, headers: { 'upload-offset': '1000', 'tus-resumable': '1.0.0' } });
    expect((await finish<Problem>(url)).body).toMatchObject({ code: 'OFFSET_CONFLICT', details: { offset: 1_000 } });
    expect(await piece(url, 1_000)).toMatchObject({ status: 204, headers: { 'upload-offset': String(content.length) } });
    const { status, body } = await finish(url);
    expect([status, body.sha256, body.mediaType, body.fileName]).toEqual([201, sha256(content), 'application/pdf', '验收报告.pdf']);
    expect((await finish(url)).body).toEqual(body);
    expect([(await send('HEAD', url)).status, await left()]).toEqual([404, [0, 0, 1]]);
  });

  it('says where it stands to whoever goes on elsewhere, and takes nothing', async () => {
    const url = await begin(await aDraft());
    await piece(url, 0, 1_000);
    expect(await piece(url, 900, 1_200)).toMatchObject({ status: 409, code: 'OFFSET_CONFLICT', details: { offset: 1_000 } });
    expect(await offsetOf(url)).toBe('1000');
  });

  it('goes on in another process where the one before was killed', async () => {
    const url = await begin(await aDraft());
    await piece(url, 0, 1_000);
    await world.restart();
    expect(await offsetOf(url)).toBe('1000');
    await piece(url, 1_000);
    await world.restart();
    expect((await finish(url)).status).toBe(201);
  });

  it('keeps what came before its line broke, and lets the next one take over from a line that hangs', async () => {
    const url = await begin(await aDraft());
    const address = await world.listen();
    const headers = { ...(await world.headersOf(me)), 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' };
    const half = request(`${address}${url}`, {
      method: 'PATCH',
      headers: { ...headers, 'upload-offset': '0', 'content-length': content.length },
    });
    half.on('error', () => undefined).write(content.subarray(0, 1_000));
    await eventually(async () => (await offsetOf(url)) === '1000');
    half.destroy();
    const hanging = request(`${address}${url}`, {
      method: 'PATCH',
      headers: { ...headers, 'upload-offset': '1000', 'content-length': 500 },
    });
    hanging.on('error', () => undefined).write(content.subarray(1_000, 1_200));
    await eventually(async () => (await offsetOf(url)) === '1200');
    const taken = piece(url, 1_200);
    expect((await taken).status).toBe(204);
    hanging.destroy();
    expect((await finish(url)).status).toBe(201);
  });

  it('takes a piece back whose checksum differs', async () => {
    const url = await begin(await aDraft());
    const right = sha256(content.subarray(0, 1_000), 'base64');
    expect(await piece(url, 0, 1_001, { 'upload-checksum': `sha256 ${right}` })).toMatchObject({ status: 460, code: 'CHECKSUM_DIFFERS' });
    expect(await offsetOf(url)).toBe('0');
    expect((await piece(url, 0, 1_000, { 'upload-checksum': `sha256 ${right}` })).status).toBe(204);
    expect(await piece(url, 1_000, 1_100, { 'upload-checksum': 'md5 x' })).toMatchObject({ status: 400, code: 'MALFORMED' });
  });

  it('is nobody else’s, not even a colleague’s, and asks accounts at every piece', async () => {
    const draftId = await aDraft();
    const url = await begin(draftId);
    const elsewhere = url.replace(draftId, await aDraft());
    const others = [await piece(url, 0, 9, {}, colleague), await piece(elsewhere, 0), await send('HEAD', url, {}, undefined, colleague)];
    expect(others.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await send('DELETE', url, {}, undefined, colleague)).status).toBe(404);
    await piece(url, 0, 1_000);
    world.revoke(me);
    expect((await piece(url, 1_000)).status).toBe(401);
  });

  it('can be given up', async () => {
    const url = await begin(await aDraft());
    await piece(url, 0, 1_000);
    expect([(await send('DELETE', url)).status, (await send('HEAD', url)).status, await left()]).toEqual([204, 404, [0, 0, 0]]);
  });

  it('that is not finished in time is cleared away', async () => {
    const url = await begin(await aDraft());
    await piece(url, 0, 1_000);
    await world.database.query("UPDATE upload SET expiresAt = '2023-01-01'");
    expect((await piece(url, 1_000)).status).toBe(404);
    await world.app.get(UploadsService).sweep();
    expect(await left()).toEqual([0, 0, 0]);
  });

  it('is refused beyond what one person may leave unfinished, also side by side', async () => {
    const draftId = await aDraft();
    const begun = await Promise.all(Array.from({ length: 8 }, () => send('POST', `/drafts/${draftId}/uploads`, { 'upload-length': '10' })));
    expect(begun.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 201, 422, 422, 422]);
    await world.database.query('DELETE FROM upload');
    const large = await Promise.all(
      [1, 2, 3, 4].map(() => send('POST', `/drafts/${draftId}/uploads`, { 'upload-length': String(mostBytes) })),
    );
    expect(large.map(({ status }) => status).sort()).toEqual([201, 201, 201, 422]);
  });

  it.each<[string, number, string, Headers]>([
    ['declares 4 GB', 413, 'FILE_TOO_LARGE', { 'upload-length': '4294967295' }],
    ['declares nothing', 400, 'MALFORMED', {}],
    ['declares less than nothing', 400, 'MALFORMED', { 'upload-length': '-1' }],
    ['declares no byte', 400, 'MALFORMED', { 'upload-length': '0' }],
    ['speaks another version', 412, 'UPLOAD_PROTOCOL', { 'upload-length': '10', 'tus-resumable': '0.2.2' }],
  ])('is not begun when it %s', async (_, status, code, headers) => {
    expect(await send('POST', `/drafts/${await aDraft()}/uploads`, headers)).toMatchObject({ status, code });
    expect(await send('POST', `/drafts/${anUnknownId()}/uploads`, { 'upload-length': '10' })).toMatchObject({ status: 404 });
    expect(await left()).toEqual([0, 0, 0]);
  });

  it('takes no more than it declared, and nothing but pieces', async () => {
    const draftId = await aDraft();
    const url = await begin(draftId, 100);
    expect(await piece(url, 0, 101)).toMatchObject({ status: 413, code: 'FILE_TOO_LARGE' });
    expect(await piece(url, 0, 50, { 'content-type': 'application/json' })).toMatchObject({ status: 400 });
    const elsewhere = await send(
      'POST',
      `/drafts/${draftId}/evidence/uploaded`,
      { 'content-type': 'application/offset+octet-stream' },
      content,
    );
    expect([elsewhere.status, await offsetOf(url)]).toEqual([415, '0']);
  });

  it.each<[string, Buffer, object, string]>([
    ['another file than was meant', content, { sha256: ''.padEnd(64, '0') }, 'DIGEST_DIFFERS'],
    ['what its name does not say', content, { fileName: '附表.xlsx' }, 'FILE_TYPE_REFUSED'],
  ])('that is %s leaves nothing', async (_, whole, parts, code) => {
    const url = await begin(await aDraft(), whole.length);
    await piece(url, 0);
    expect((await finish<Problem>(url, parts)).body.code).toBe(code);
    expect([(await send('HEAD', url)).status, await left()]).toEqual([404, [0, 0, 0]]);
  });
});
