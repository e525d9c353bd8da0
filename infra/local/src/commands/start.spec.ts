import { addressLines } from '../stack-file';
import type { StackAddresses } from '../stack-file';
import { start } from './start';

describe('npm start', () => {
  const said: string[] = [];
  beforeEach(() => {
    said.length = 0;
    jest.spyOn(process.stdout, 'write').mockImplementation((words) => said.push(String(words)) > 0);
  });
  afterEach(() => jest.restoreAllMocks());

  it('says what may be asked for, and starts nothing', async () => {
    await start(['--help']);

    expect(said.join('')).toMatch(/^npm start \[-- --detach][\s\S]+DENGKE_PORT_TEMPORAL_UI {4}8233\n/);
  });

  it('says it to who asked for something else, too', async () => {
    await expect(start(['--detatch'])).rejects.toThrow(/Unknown option '--detatch'[\s\S]+npm start \[-- --detach]/);
  });

  it('tells where the house is, without a Temporal UI or a registry where there is none', () => {
    const addresses = { publicUrl: 'http://127.0.0.1:8080', mailPage: 'http://127.0.0.1:8025', temporalUi: null, registryUrl: null };

    expect(addressLines(addresses as StackAddresses).map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['Start page', 'http://127.0.0.1:8080'],
      ['API documentation', 'http://127.0.0.1:8080/api/docs'],
      ['Mail', 'http://127.0.0.1:8025'],
    ]);
  });
});
