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
  run: (args) => rotation(houseOf(), args),
};

export async function rotation(house: House, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { drop: { type: 'boolean' } } });
  const [wanted] = positionals;
  if (wanted !== undefined && !services.includes(wanted as (typeof services)[number])) {
    throw new OpsError(`${wanted} keeps no personal data; ${services.join(', ')} do.`);
  }
  for (const service of wanted === undefined ? services : [wanted]) {
    await rotateOne(house, service, values.drop === true);
  }
  return 0;
}

async function rotateOne(house: House, service: string, drop: boolean): Promise<void> {
  const path = house.personalKeysFileOf(service);
  const isUnderWay = Object.keys(readKeyFile(path).keys).length > 1;
  if (drop && !isUnderWay) {
    throw new OpsError(`${service} has one key only: without --drop a new one is added first.`);
  }
  if (!isUnderWay) {
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
