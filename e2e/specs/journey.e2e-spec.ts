import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Walked } from '../src/walk';
import { aStack } from '../testing/a-stack';
import type { StackForSpecs } from '../testing/a-stack';
import { expectFollowedToTheEnd, expectNothingLostOrDoubled } from '../testing/nothing-lost';
import { expectSealed } from '../testing/sealed';
import { Watcher } from '../testing/watcher';

describe('npm run journey', () => {
  let stack: StackForSpecs;

  beforeAll(async () => {
    stack = await aStack();
  }, 120_000);
  afterAll(() => stack.release(), 60_000);

  it('walks one achievement from its unit to the ministry’s acknowledgement and prints its timeline [S28 S29 S30 S31 S32 S33 S34]', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'dengke-journey-')), 'journey.json');

    const { code, output } = await journey(stack.addresses.publicUrl, ['--json', file]);

    expect(output).toMatch(/21 {2}acknowledge .* 国家科技成果网/);
    expect(code).toBe(0);
    const report = JSON.parse(await readFile(file, 'utf8')) as Walked & { passed: boolean };
    expect(report.passed).toBe(true);
    const watcher = await Watcher.at(stack.addresses);
    await expectNothingLostOrDoubled(report, watcher);
    await expectFollowedToTheEnd(report, watcher);
    await expectSealed(report, watcher, stack.addresses.payloadKeysFile);
    await watcher.close();
  }, 60_000);

  it('says what it could not reach, and does not exit 0', async () => {
    const { code, output } = await journey('http://127.0.0.1:1', ['--patience', '1']);

    expect(code).toBe(1);
    expect(output).toMatch(/The journey did not end well: POST \/api\/v1\/sessions/);
  }, 30_000);
});

async function journey(address: string, args: string[]): Promise<{ code: number; output: string }> {
  const program = join(__dirname, '../dist/journey.js');
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, DENGKE_PUBLIC_URL: address },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const [code] = (await once(child, 'close')) as [number];
  return { code, output };
}
