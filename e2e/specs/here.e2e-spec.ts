import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { houseHere, showsWorkflows } from '../src/here';

describe('the house that is walked through', () => {
  const before = { ...process.env };
  const directory = mkdtempSync(join(tmpdir(), 'dengke-here-'));
  const runs = (temporalUi: string | null): void =>
    writeFileSync(join(directory, 'stack.json'), JSON.stringify({ publicUrl: 'http://127.0.0.1:1', temporalUi }));
  beforeAll(() => Object.assign(process.env, { DENGKE_DIR: directory, DENGKE_PUBLIC_URL: 'http://127.0.0.1:1' }));
  afterAll(() => {
    process.env = before;
    rmSync(directory, { recursive: true });
  });

  it('shows workflows where `npm start` says so, and the production shape does not', () => {
    runs('http://127.0.0.1:1/temporal');
    expect(showsWorkflows(houseHere())).toBe(true);
    runs(null);
    expect(showsWorkflows(houseHere())).toBe(false);
  });

  it('shows them where it is not the one that `npm start` started here', () => {
    process.env['DENGKE_PUBLIC_URL'] = 'https://elsewhere.example';

    expect(houseHere()).toBeUndefined();
    expect(showsWorkflows(houseHere())).toBe(true);
  });
});
