import 'reflect-metadata';
import { validateSync } from 'class-validator';

const NAMES = Symbol('dengke:environment-names');

type Environment = Readonly<Record<string, string | undefined>>;

/** Binds a property of a config class to the environment variable `name`; its type says how it is read (string, number, boolean, or
 * several strings, comma-separated). */
export function Env(name: string): PropertyDecorator {
  return (prototype, property) => {
    const inherited = namesOf(prototype);
    Reflect.defineMetadata(NAMES, { ...inherited, [String(property)]: name }, prototype);
  };
}

/** Every environment variable a config class reads, for `.env.example`. */
export function configNames(ConfigClass: new () => object): string[] {
  return Object.values(namesOf(ConfigClass.prototype as object));
}

/** The environment lacks or garbles some variables. Names them, never a value. */
export class ConfigFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration is not complete: ${faults.join(', ')}`);
    this.name = 'ConfigFault';
  }
}

/**
 * Reads and checks the whole configuration of a process, once, in main.ts.
 * @throws ConfigFault listing every missing or malformed variable by name
 */
export function readConfig<C extends object>(ConfigClass: new () => C, environment: Environment = process.env): C {
  const config = new ConfigClass();
  const names = namesOf(config);
  for (const [property, name] of Object.entries(names)) {
    const raw = environment[name]?.trim();
    if (raw) {
      Reflect.set(config, property, read(raw, Reflect.getMetadata('design:type', config, property)));
    }
  }
  const faults = validateSync(config, { skipMissingProperties: false }).map(({ property }) => {
    const name = names[property] ?? property;
    return `${name} ${environment[name]?.trim() ? 'is malformed' : 'is missing'}`;
  });
  if (faults.length > 0) {
    throw new ConfigFault(faults);
  }
  return Object.freeze(config);
}

function namesOf(prototype: object): Record<string, string> {
  return (Reflect.getMetadata(NAMES, prototype) as Record<string, string> | undefined) ?? {};
}

function read(raw: string, type: unknown): unknown {
  if (type === Number) {
    return Number(raw);
  }
  if (type === Boolean) {
    return raw === 'true' || (raw === 'false' ? false : raw);
  }
  return type === Array ? raw.split(',').map((one) => one.trim()) : raw;
}
