import { whileItStands } from './standing-still';

describe('a process that is copied', () => {
  let sent: [pid: number, signal: string][];
  beforeEach(() => {
    sent = [];
    jest.spyOn(process, 'kill').mockImplementation((pid, signal) => {
      sent.push([pid, String(signal)]);
      return true;
    });
  });
  afterEach(() => jest.restoreAllMocks());

  it('stands still as long as that takes, and goes on', async () => {
    const copied = await whileItStands(4711, async () => [...sent]);

    expect([copied, sent]).toEqual([
      [[4711, 'SIGSTOP']],
      [
        [4711, 'SIGSTOP'],
        [4711, 'SIGCONT'],
      ],
    ]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('goes on also where whoever copies is ended by %s meanwhile', async (signal) => {
    const atTheEnd = await whileItStands(4711, async () => {
      process.emit(signal, signal);
      return [...sent];
    });

    expect(atTheEnd).toEqual([
      [4711, 'SIGSTOP'],
      [4711, 'SIGCONT'],
      [process.pid, signal],
    ]);
    expect(process.listenerCount(signal)).toBe(0);
  });
});
