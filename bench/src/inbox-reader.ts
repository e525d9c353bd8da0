import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { ApiClient } from '@dengke/e2e';

const everyMillis = 20;

export interface Login {
  address: string;
  login: string;
  password: string;
}

/** Somebody who reads his inbox over and over, in a thread of his own: what the measurement does beside it must not count as his waiting. */
export class InboxReader {
  private constructor(private readonly thread: Worker) {}

  static async signIn(login: Login): Promise<InboxReader> {
    const thread = new Worker(__filename, { workerData: login });
    await once(thread, 'message');
    return new InboxReader(thread);
  }

  /** Milliseconds of each reading for as long as something else lasts. */
  async readWhile(something: Promise<unknown>): Promise<number[]> {
    this.thread.postMessage('read');
    await something;
    const answer = once(this.thread, 'message') as Promise<[number[]]>;
    this.thread.postMessage('enough');
    const [latencies] = await answer;
    return latencies;
  }

  async leave(): Promise<void> {
    await this.thread.terminate();
  }
}

async function read({ address, login, password }: Login, port: NonNullable<typeof parentPort>): Promise<void> {
  const reader = await ApiClient.signIn(address, login, password);
  let reading = false;
  const readOnce = async (latencies: number[]): Promise<void> => {
    const started = performance.now();
    await reader.read('/inbox?limit=20');
    latencies.push(performance.now() - started);
    await pause(everyMillis);
  };
  const readOn = async (): Promise<void> => {
    const latencies: number[] = [];
    while (reading) {
      await readOnce(latencies);
    }
    port.postMessage(latencies);
  };
  port.on('message', (word: 'read' | 'enough') => {
    reading = word === 'read';
    if (reading) {
      void readOn();
    }
  });
  port.postMessage('signed in');
}

if (!isMainThread && parentPort !== null) {
  void read(workerData as Login, parentPort);
}
