import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The registering body (P34). Shanxi's own code is unknown, so the seed carries a demonstration code, marked as such. */
export interface Registrar {
  /** Three digits. */
  bodyCode: string;
  /** As certificates name it. */
  registrarName: string;
  /** Whether each class (Y, J, R) counts for itself; else one serial over all classes of a year. */
  serialPerClass: boolean;
  demonstration: boolean;
}

export const REGISTRAR = Symbol('registrar');

/** @throws Error when the code is not three digits, or the serial rule is not said: no number may be given then */
export function readRegistrar(): Registrar {
  const registrar = JSON.parse(readFileSync(join(__dirname, '../../seed/registrar.json'), 'utf8')) as Registrar;
  if (!/^\d{3}$/.test(registrar.bodyCode)) {
    throw new Error('seed/registrar.json: bodyCode is not three digits');
  }
  if (typeof registrar.serialPerClass !== 'boolean') {
    throw new Error('seed/registrar.json: serialPerClass is neither true nor false');
  }
  return registrar;
}
