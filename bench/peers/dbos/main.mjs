// The case of five desks on DBOS: PORT, DATABASE_URL. Three routes, as `npm run bench -- all` asks for them:
//   POST /cases {id}                    starts a case, answered once DBOS has it
//   POST /cases/:id/decisions {number}  answered once the row of this decision and the step that wrote it are durable
//   GET  /cases/:id                     {state}: what DBOS says of the workflow
import { createServer } from 'node:http';
import { DBOS } from '@dbos-inc/dbos-sdk';
import pg from 'pg';

const decisions = 5;
const thirtyDays = 30 * 24 * 3600;
const databaseUrl = process.env.DATABASE_URL;
const rows = new pg.Pool({ connectionString: databaseUrl, max: 20 });

/** Idempotent, so that a step that is run again after a crash leaves one row. */
const writeRow = (id, number) =>
  rows.query({ name: 'write', text: 'INSERT INTO decision VALUES ($1, $2) ON CONFLICT DO NOTHING', values: [id, number] });

const theCase = DBOS.registerWorkflow(
  async (id) => {
    for (let number = 1; number <= decisions; number += 1) {
      await DBOS.recv('decision', thirtyDays);
      await DBOS.runStep(async () => void (await writeRow(id, number)), { name: 'writeRow' });
      await DBOS.setEvent(`written-${number}`, true);
    }
  },
  { name: 'theCase' },
);

const start = async ({ id }) => {
  await DBOS.startWorkflow(theCase, { workflowID: id })(id);
  return {};
};
const decide = async (id, { number }) => {
  await DBOS.send(id, number, 'decision');
  if (!(await DBOS.getEvent(id, `written-${number}`, 60))) {
    throw new Error(`decision ${number} of ${id} was not written within 60 s`);
  }
  return {};
};
const look = async (id) => ({ state: (await DBOS.getWorkflowStatus(id))?.status ?? 'unknown' });

const answer = async (method, url, body) => {
  const [, what, id, part] = url.split('/');
  if (what === 'health') {
    return {};
  }
  if (method === 'GET') {
    return look(id);
  }
  return part === 'decisions' ? decide(id, body) : start(body);
};

const bodyOf = async (request) => {
  const chunks = await request.toArray();
  return chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString('utf8'));
};

await rows.query('CREATE TABLE IF NOT EXISTS decision (id VARCHAR(80) NOT NULL, number INT NOT NULL, PRIMARY KEY (id, number))');
DBOS.setConfig({
  name: 'five-desks',
  applicationVersion: '1',
  systemDatabaseUrl: databaseUrl,
  systemDatabasePoolSize: 20,
  logLevel: 'warn',
});
await DBOS.launch();
createServer(async (request, response) => {
  try {
    response.end(JSON.stringify(await answer(request.method, request.url, await bodyOf(request))));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
}).listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', async () => {
  await DBOS.shutdown();
  process.exit(0);
});
