import { eventually } from '@dengke/test-kit';
import type { RunningGateway } from '../../testing/a-gateway';
import { aGateway, session } from '../../testing/a-gateway';
import { json, TinyService } from '../../testing/tiny-service';

const script = { authorization: `Session ${session}` };
const act = { ...script, 'content-type': 'application/json', 'idempotency-key': 'key-00000001' };

describe('two replicas of a service behind the gateway', () => {
  let one: TinyService;
  let other: TinyService;
  let gateway: RunningGateway;
  beforeEach(async () => {
    [one, other] = [await new TinyService().start(), await new TinyService().start()];
    gateway = await aGateway({ DENGKE_ACHIEVEMENTS_URL: `${one.url},${other.url}` });
  });
  afterEach(async () => {
    await gateway.stop();
    await Promise.all([one.stop(), other.stop()]);
  });
  const times = async (count: number, ask: () => Promise<{ status: number }>): Promise<number[]> =>
    (await Promise.all(Array.from({ length: count }, ask))).map(({ status }) => status);
  const asked = () => [one.seen.length, other.seen.length];

  it('are asked in turn', async () => {
    expect(await times(8, () => gateway.ask('GET', '/api/v1/submissions', script))).toEqual(new Array(8).fill(200));
    expect(asked()).toEqual([4, 4]);
  });

  it('answer acts as if nothing were while one of them is away, and share them again when it is back', async () => {
    await other.stop();
    expect(await times(8, () => gateway.ask('POST', '/api/v1/submissions/S1/claim', act, '{}'))).toEqual(new Array(8).fill(200));
    expect(asked()).toEqual([8, 0]);

    await other.start();
    await eventually(async () => {
      await gateway.ask('POST', '/api/v1/submissions/S1/claim', act, '{}');
      expect(other.seen).toHaveLength(1);
    });
  });

  it('are not both given an act that was cut off in the middle, but a question', async () => {
    for (const replica of [one, other]) {
      replica.answers((request) => void request.socket.destroy());
    }
    await gateway.ask('POST', '/api/v1/submissions/S1/claim', act, '{}');
    expect(one.seen.length + other.seen.length).toBe(1);

    one.answers((_request, reply) => json(reply, 200, []));
    expect(await times(4, () => gateway.ask('GET', '/api/v1/submissions', script))).toEqual([200, 200, 200, 200]);
  });

  it('get the pieces of a file, all of one file the same replica; the other where that is away', async () => {
    const pieces = { ...script, 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
    const send = (id: string) => gateway.ask('PATCH', `/api/v1/drafts/d1/uploads/${id}`, pieces, 'piece');
    await times(6, () => send('u1'));
    expect(asked().sort()).toEqual([0, 6]);

    const [taken, free] = one.seen.length > 0 ? [one, other] : [other, one];
    await taken.stop();
    expect((await send('u1')).status).toBe(200);
    expect(free.seen).toHaveLength(1);
  });
});
