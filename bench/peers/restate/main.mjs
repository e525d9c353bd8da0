// The case of five desks on Restate: PORT says that it is there, SERVICE_PORT is for Restate's server, DATABASE_URL is a MariaDB's.
// Clients ask the server's own HTTP: POST /theCase/:id/run/send starts, POST /theCase/:id/decide decides.
import { createServer as createHealth } from 'node:http';
import { createServer } from 'node:http2';
import { createPool } from 'mysql2/promise';

// The SDK wants it; Node has it from 22 on.
Promise.withResolvers ??= () => {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
};
const restate = await import('@restatedev/restate-sdk');

const decisions = 5;
const rows = createPool({ uri: process.env.DATABASE_URL, connectionLimit: 20 });

const theCase = restate.workflow({
  name: 'theCase',
  handlers: {
    run: async (ctx) => {
      for (let number = 1; number <= decisions; number += 1) {
        await ctx.promise(`decision-${number}`);
      }
      return decisions;
    },
    /** The row is a step of the decision's own invocation, so it is there before the case goes on; idempotent, as a step may run again. */
    decide: async (ctx, number) => {
      await ctx.run('writeRow', async () => {
        await rows.execute('INSERT IGNORE INTO peers.decision VALUES (?, ?)', [ctx.key, number]);
      });
      await ctx.promise(`decision-${number}`).resolve(number);
    },
  },
});

await rows.query('CREATE DATABASE IF NOT EXISTS peers');
await rows.query('CREATE TABLE IF NOT EXISTS peers.decision (id VARCHAR(80) NOT NULL, number INT NOT NULL, PRIMARY KEY (id, number))');
createServer(restate.createEndpointHandler({ services: [theCase] })).listen(Number(process.env.SERVICE_PORT), '127.0.0.1', () => {
  createHealth((_request, response) => response.end()).listen(Number(process.env.PORT), '127.0.0.1');
});
process.once('SIGTERM', () => process.exit(0));
