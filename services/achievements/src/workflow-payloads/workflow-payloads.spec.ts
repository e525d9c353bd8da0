import { Log, PayloadSeal } from '@dengke/service-kit';
import { aCaller, anEnvironment } from '@dengke/test-kit';
import type { Problem } from '@dengke/contract';
import { defaultPayloadConverter } from '@temporalio/common';
import type { Payload } from '@temporalio/common';
import { ServiceWorld } from '../../testing/a-service';
import type { WorkflowPayload, WorkflowPayloads } from './workflow-payloads.dto';
import { WorkflowPayloadsModule } from './workflow-payloads.module';

const operator = aCaller({ organisationId: 'org-sx-kjt', organisationKind: 'department', role: 'systemAdmin' }, 'operator-1');
const fact = { serial: '2023-000017', deskId: 'org-changzhi-energy' };
const plain = defaultPayloadConverter.toPayload<unknown>(fact);

/** As the Temporal UI has it of Temporal's API. */
const asJson = ({ metadata, data }: Payload): WorkflowPayload => ({
  metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([name, value]) => [name, Buffer.from(value).toString('base64')])),
  data: Buffer.from(data ?? []).toString('base64'),
});
const seal = new PayloadSeal(anEnvironment()['DENGKE_PAYLOAD_KEYS_FILE'] ?? '');
const sealed = async (): Promise<WorkflowPayload> => asJson((await seal.encode([plain]))[0] as Payload);
const valuesIn = ({ payloads }: WorkflowPayloads): unknown[] =>
  payloads.map(({ data }) => JSON.parse(Buffer.from(data ?? '', 'base64').toString()) as unknown);

describe('what Temporal keeps sealed', () => {
  let world: ServiceWorld;
  const decode = <T>(payloads: unknown[], caller = operator) => world.as(caller).post<T>('/temporal/decode', { payloads });

  beforeAll(async () => {
    world = await ServiceWorld.begin(WorkflowPayloadsModule);
  });
  afterAll(() => world.end());

  it('is opened for who operates the house, beside what never was sealed', async () => {
    const { status, body } = await decode<WorkflowPayloads>([await sealed(), asJson(plain)]);

    expect(status).toBe(200);
    expect(valuesIn(body)).toEqual([fact, fact]);
    expect(body.payloads[0]).toEqual(asJson(plain));
  });

  it('is logged as opened, by whom and how many, and nothing of it', async () => {
    const info = jest.spyOn(world.app.get(Log), 'info');

    await decode([await sealed(), asJson(plain)]);

    expect(info.mock.calls).toEqual([['payloads of workflows opened', { personId: 'operator-1', opened: 1 }]]);
    info.mockRestore();
  });

  it('stays sealed for everybody else', async () => {
    const completer = aCaller();
    const answers = [await decode<Problem>([await sealed()], completer), await world.as(completer).get<Problem>('/temporal')];

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [403, 'NOT_ALLOWED'],
      [403, 'NOT_ALLOWED'],
    ]);
    expect((await world.as(operator).get('/temporal')).status).toBe(204);
  });

  it('is refused by its code where it was sealed elsewhere or changed since', async () => {
    const payload = await sealed();
    const elsewhere = { ...payload, metadata: { ...payload.metadata, 'encryption-key-id': Buffer.from('k9').toString('base64') } };
    const changed = { ...payload, data: `AAAA${payload.data?.slice(4)}` };

    expect((await decode<Problem>([elsewhere])).body).toMatchObject({ status: 422, code: 'PAYLOAD_UNREADABLE' });
    expect((await decode<Problem>([changed])).body).toMatchObject({ status: 422, code: 'PAYLOAD_UNREADABLE' });
  });

  it.each<[string, number, string, () => unknown[]]>([
    ['more than a page has', 422, 'INVALID_INPUT', () => Array<object>(501).fill({})],
    ['more than a megabyte', 413, 'FILE_TOO_LARGE', () => [{ data: 'A'.repeat(1024 * 1024) }]],
    ['what is no base64', 422, 'INVALID_INPUT', () => [{ data: '€' }]],
    ['what is no payload', 422, 'INVALID_INPUT', () => ['x']],
  ])('is not asked for with %s', async (_, status, code, payloads) => {
    expect((await decode<Problem>(payloads())).body).toMatchObject({ status, code });
  });
});
