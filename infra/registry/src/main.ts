import { readFileSync } from 'node:fs';
import { knownKeys } from './read-bundle';
import { Register } from './register';
import { registryServer } from './server';

/** The stand-in registry as a process: DENGKE_PORT, DENGKE_REGISTRY_DIR keeps what it knows, DENGKE_REGISTRY_KEY_FILE is the public key it believes. */
const required = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Error(`${name} is missing`);
  }
  return value;
};

const keys = knownKeys(readFileSync(required('DENGKE_REGISTRY_KEY_FILE'), 'utf8'));
const server = registryServer(new Register(required('DENGKE_REGISTRY_DIR')), keys);
server.listen(Number(required('DENGKE_PORT')), '127.0.0.1');

process.once('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeAllConnections();
});
