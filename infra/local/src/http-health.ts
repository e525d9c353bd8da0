import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { get as getByTls } from 'node:https';

const patienceMs = 2_000;

/** Whether a process says that it is ready to work. Leaves no connection behind, for which a closing server would wait. */
export const isHttpReady = (url: string, caFile: string | null = null): Promise<boolean> =>
  new Promise((settle, refuse) => {
    const options = { agent: false, timeout: patienceMs, ...(caFile === null ? {} : { ca: readFileSync(caFile) }) };
    const request = (url.startsWith('https:') ? getByTls : get)(`${url}/health/ready`, options, (response) => {
      response.resume();
      response.once('end', () => settle(response.statusCode === 200));
    });
    request.once('timeout', () => request.destroy(new Error(`no answer from ${url} within ${patienceMs} ms`)));
    request.once('error', refuse);
  });
