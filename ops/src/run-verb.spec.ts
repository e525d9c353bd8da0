import { DomainError } from '@dengke/service-kit';
import { runVerb } from './run-verb';
import type { Verb } from './verb';
import { OpsError } from './verb';

const count: Verb = { name: 'count', summary: 'counts its arguments', run: async (args) => args.length };
const fail: Verb = { name: 'fail', summary: 'cannot', run: () => Promise.reject(new OpsError('Start the house first.')) };
const refused: Verb = {
  name: 'refused',
  summary: 'is told no',
  run: () => Promise.reject(new DomainError('NOT_FOUND', { workflow: 'window/h1' })),
};

async function run(...args: string[]) {
  const said: string[] = [];
  const code = await runVerb([count, fail, refused], args, (line) => said.push(line));
  return { code, said: said.join('\n') };
}

describe('npm run ops', () => {
  it('runs the verb with the rest of the line', async () => {
    expect(await run('count', 'one', 'two', '--three')).toEqual({ code: 3, said: '' });
  });

  it('shows the usage for a verb that is unknown or missing, and fails', async () => {
    for (const args of [['conut'], []]) {
      const { code, said } = await run(...args);

      expect(code).toBe(2);
      expect(said).toContain('count                  counts its arguments');
    }
  });

  it('shows it where it is asked for', async () => {
    const { code, said } = await run('--help');

    expect(code).toBe(0);
    expect(said).toContain('counts its arguments');
  });

  it('says what the operator has to do, and fails', async () => {
    expect(await run('fail')).toEqual({ code: 1, said: 'Start the house first.' });
  });

  it('passes on what a service refuses, without where in the code', async () => {
    const { code, said } = await run('refused');

    expect(code).toBe(1);
    expect(said).toMatch(/^\S.* \(NOT_FOUND\) \{"workflow":"window\/h1"\}$/);
  });
});
