import { createHash } from 'node:crypto';
import { goodNatured } from '@dengke/registry';
import type { Behaviour, Registered } from '@dengke/registry';
import { ATraceCollector } from '@dengke/test-kit';
import type { CollectedSpan } from '@dengke/test-kit';
import { request } from 'undici';
import { ApiClient } from '../src/client';
import { demonstrationPeople } from '../src/demonstration-people';
import type { DemonstrationPeople } from '../src/demonstration-people';
import { pollUntil } from '../src/poll';
import { aChromium } from '../src/portal/chromium';
import { reportUpWalk } from '../src/portal/report-up';
import { Findings } from '../src/portal/visitor';
import { Walk } from '../src/walk';
import { nothingWrong } from '../testing/a-room';
import { aStackWithRegistry } from '../testing/a-stack';
import type { StackForSpecs } from '../testing/a-stack';
import { expectFollowedToTheEnd, expectNothingLostOrDoubled } from '../testing/nothing-lost';
import { Watcher } from '../testing/watcher';

interface Board {
  items: { id: string; state: string }[];
}
interface Page {
  state: string;
  sha256: string;
  items: { acknowledged: number };
  lines: { serial: string; registrationNumber: string; state: string; receipt: string }[];
}

describe('where the ministry has a registry', () => {
  let stack: StackForSpecs;
  let people: DemonstrationPeople;
  let registryUrl: string;
  let collector: ATraceCollector;

  beforeAll(async () => {
    collector = await ATraceCollector.begin();
    [stack, people] = await Promise.all([aStackWithRegistry(collector.url), demonstrationPeople()]);
    registryUrl = stack.addresses.registryUrl ?? '';
  }, 240_000);
  afterAll(async () => {
    await stack.release();
    await collector.end();
  }, 60_000);

  const behaves = (changes: Partial<Behaviour>) =>
    request(`${registryUrl}/admin/behaviour`, { method: 'PUT', body: JSON.stringify({ ...goodNatured, ...changes }) });

  it('an achievement goes from its unit to the registry by itself, though that refuses, loses a reply, is killed and decides late [S34 S67 P37]', async () => {
    await behaves({ refuse: { status: 503, times: 1 }, loseReplies: 1, decidesAfterAsked: 2 });
    const killed = async (): Promise<void> => {
      stack.kill('registry', 'SIGKILL');
    };
    const walk = new Walk({
      ...{ address: stack.addresses.publicUrl, people, ministry: 'endpoint' },
      before: (act, part) => (act === 'approve' && part === 'department' ? killed() : undefined),
    });

    const walked = await walk.toTheEnd();

    const watcher = await Watcher.at(stack.addresses);
    await expectNothingLostOrDoubled(walked, watcher);
    await expectFollowedToTheEnd(walked, watcher);
    await watcher.close();
    const registered = (await (await request(`${registryUrl}/admin/register`)).body.json()) as Registered[];
    const entry = registered.find(({ registrationNumber }) => registrationNumber === walked.progress.registrationNumber);
    expect(entry?.effects).toHaveLength(1);

    const department = await ApiClient.signIn(stack.addresses.publicUrl, walk.cast.department.login, people.password);
    const { items } = await department.read<Board>('/report-ups');
    const [bundle] = items;
    const page = await pollUntil(
      'the bundle is settled',
      () => department.read<Page>(`/report-ups/${bundle?.id}`),
      ({ state }) => state === 'settled',
    );
    const { serial } = walked;
    const { registrationNumber } = walked.progress;
    expect(page.lines).toMatchObject([{ serial, registrationNumber, state: 'acknowledged', receipt: entry?.receipt }]);
    const file = await department.download(`/report-ups/${bundle?.id}/file`);
    await department.close();
    expect(createHash('sha256').update(file).digest('hex')).toBe(page.sha256);
  }, 90_000);

  it('an act is one trace: gateway, service, SQL, relay, workflow, and what the workflow does because of it', async () => {
    const approval = 'POST /api/v1/submissions/*/approve';
    const partsOf = (traceId: string): string[] =>
      collector.of(traceId).map(({ service, name }) => `${service} ${/^(POST|activity|workflow|relay)/.test(name) ? name : 'SQL'}`);
    const traceId = (): string => collector.spans.find(({ name, service }) => service === 'gateway' && name === approval)?.traceId ?? '';

    const parts = await pollUntil(
      'the trace has come',
      async () => partsOf(traceId()),
      (found) => found.includes('achievements activity reportUp') && found.includes('worker workflow submission'),
    );

    expect(parts).toEqual(expect.arrayContaining([`gateway ${approval}`, 'achievements SQL', 'achievements relay']));
    const spans = collector.of(traceId());
    const activity = spans.find(({ name }) => name === 'activity reportUp');
    const above = (span: CollectedSpan | undefined): string[] =>
      span === undefined ? [] : [span.name, ...above(spans.find(({ spanId }) => spanId === span.parentSpanId))];
    expect(above(activity).slice(0, 3)).toEqual(['activity reportUp', 'workflow submission', 'relay']);
    expect(above(activity).at(-1)).toBe(approval);
  });

  it('the registrar finds in a browser what the ministry’s desk sent back of a bundle, and reports it again [S67 P37]', async () => {
    await behaves({ decidesAfterAsked: 10_000 });
    const [findings, browser] = [new Findings(), await aChromium(() => undefined)];

    await reportUpWalk(browser, { address: stack.addresses.publicUrl, pictures: null }, findings, async () => {
      await behaves({});
    });

    await browser.close();
    nothingWrong(findings);
  }, 300_000);

  it('no trace and no log says who somebody is: no name, no mobile of anybody', async () => {
    const personal = people.people.flatMap(({ name, mobile }) => [name, mobile]);

    const texts = { spans: JSON.stringify(collector.spans), logs: await stack.logged() };

    expect(texts.spans.length).toBeGreaterThan(10_000);
    expect(texts.logs).toContain('"submission":"');
    expect(personal.filter((words) => texts.spans.includes(words) || texts.logs.includes(words))).toEqual([]);
  });
});
