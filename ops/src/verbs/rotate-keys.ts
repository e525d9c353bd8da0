import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { databaseOptions, PersonalData, personalFields, readKeyFile, reseal, withNewKey, writeKeyFile } from '@dengke/service-kit';
import { houseOf } from '../house';
import type { House } from '../house';
import { OpsError } from '../verb';
import type { HouseVerb } from '../verb';

const services = [...new Set(Object.values(personalFields).map(({ service }) => service))];

/**
 * In two runs, with time for what is under way in between: the first adds a key and seals every value with it while the services work, and may be
 * interrupted and repeated; the second, with --drop, makes sure of that and forgets the old keys.
 */
export const rotateKeys: HouseVerb = {
  name: 'rotate-keys',
  summary: `[${services.join(' | ')}] [--drop]: seals personal data with a new key; with --drop, later, forgets the old one`,
  check: (args) => void requireRotation(houseOf(), asked(args)),
  run: (args) => rotation(houseOf(), args),
};

export async function rotation(house: House, args: readonly string[]): Promise<number> {
  const rotated = asked(args);
  requireRotation(house, rotated);
  for (const service of rotated.services) {
    await rotateOne(house, service, rotated.drop);
  }
  return 0;
}

interface Rotated {
  readonly services: readonly string[];
  readonly drop: boolean;
}

function asked(args: readonly string[]): Rotated {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { drop: { type: 'boolean' } } });
  const unknown = positionals.filter((name) => !(services as string[]).includes(name));
  if (unknown.length > 0) {
    throw new OpsError(`${unknown.join(', ')} keeps no personal data; ${services.join(', ')} do.`);
  }
  return { services: positionals.length === 0 ? services : positionals, drop: values.drop === true };
}

const isUnderWay = (house: House, service: string): boolean => Object.keys(readKeyFile(house.personalKeysFileOf(service)).keys).length > 1;

function requireRotation(house: House, { services: rotated, drop }: Rotated): void {
  const alone = drop ? rotated.filter((service) => !isUnderWay(house, service)) : [];
  if (alone.length > 0) {
    throw new OpsError(`${alone.join(', ')} has one key only: without --drop a new one is added first.`);
  }
}

async function rotateOne(house: House, service: string, drop: boolean): Promise<void> {
  const path = house.personalKeysFileOf(service);
  if (!isUnderWay(house, service)) {
    writeKeyFile(path, withNewKey(readKeyFile(path)));
  }
  const sealed = await resealed(house.databaseUrlOf(service), path, service);
  const { current, keys } = readKeyFile(path);
  console.log(`${service}: ${sealed} values sealed anew; all are sealed with ${current}`);
  if (drop) {
    writeKeyFile(path, { current, keys: { [current]: keys[current] ?? '' } });
    console.log(`${service}: the older keys are forgotten; backups from before need them`);
  } else {
    console.log(`${service}: the older keys still open what they sealed; --drop forgets them`);
  }
}

async function resealed(databaseUrl: string, keyFile: string, service: string): Promise<number> {
  const database = await new DataSource(databaseOptions(databaseUrl, [], [], 1)).initialize();
  let sealed = 0;
  const tell = (count: number): void => {
    const before = sealed;
    sealed += count;
    if (Math.floor(before / 10_000) < Math.floor(sealed / 10_000)) {
      console.log(`… ${sealed} values`);
    }
  };
  try {
    await reseal({ database, personal: PersonalData.from(keyFile), service, tell });
    return sealed;
  } finally {
    await database.destroy();
  }
}
