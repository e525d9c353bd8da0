import { appendFileSync } from 'node:fs';
import { SMTPServer } from 'smtp-server';

/**
 * A mail server to be killed: `node mail-server-process.mjs <port> <journal> <hold>`. What it is asked and what it has taken stands in the journal before it
 * answers. `hold` is what it never answers: `rcpt` the recipient, so no letter is handed over; `data` the whole letter; `nothing`.
 */
const [port, journal, hold] = process.argv.slice(2);
const note = (line) => appendFileSync(journal, `${JSON.stringify(line)}\n`);
const header = (letter, name) => new RegExp(`^${name}:\\s*(.+)$`, 'im').exec(letter)?.[1]?.trim() ?? '';

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  disableReverseLookup: true,
  onRcptTo: ({ address }, _session, done) => {
    note({ kind: 'asked', to: address });
    if (hold !== 'rcpt') {
      done();
    }
  },
  onData: async (stream, { envelope }, done) => {
    const chunks = [];
    for await (const chunk of stream) {
      chunks.push(chunk);
    }
    const letter = Buffer.concat(chunks).toString();
    note({ kind: 'taken', to: envelope.rcptTo[0].address, subject: header(letter, 'Subject'), messageId: header(letter, 'Message-ID') });
    if (hold !== 'data') {
      done();
    }
  },
});
// Whoever is killed at the other end leaves a broken connection.
server.on('error', () => undefined);
server.listen(Number(port), '127.0.0.1', () => process.send(server.server.address().port));
