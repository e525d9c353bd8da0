import { get } from 'node:http';

const patienceMs = 2_000;

/** Whether a process says that it is ready to work. Leaves no connection behind, for which a closing server would wait. */
export const isHttpReady = (url: string): Promise<boolean> =>
  new Promise((settle, refuse) => {
    const request = get(`${url}/health/ready`, { agent: false, timeout: patienceMs }, (response) => {
      response.resume();
      response.once('end', () => settle(response.statusCode === 200));
    });
    request.once('timeout', () => request.destroy(new Error(`no answer from ${url} within ${patienceMs} ms`)));
    request.once('error', refuse);
  });
