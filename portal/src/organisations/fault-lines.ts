import type { Schemas } from '../api/client';

type Fault = Schemas['GraphFaultDto'];

const places = ['credential', 'notice', 'municipal', 'organiser'] as const;
/** A graph or a door that a fault is in. */
type FaultPlace = (typeof places)[number];

export interface FaultLine extends Pick<Fault, 'organisationId' | 'fault'> {
  places: FaultPlace[];
}

/** One line for what is wrong with an organisation, wherever it is; routes and areas it is in are left out. */
export function faultLines(faults: readonly Fault[]): FaultLine[] {
  const lines = new Map<string, FaultLine>();
  for (const { organisationId, fault, in: where } of faults) {
    const key = `${organisationId} ${fault}`;
    const line = lines.get(key) ?? { organisationId, fault, places: [] };
    lines.set(key, { ...line, places: [...line.places, ...places.filter((place) => place === where)] });
  }
  return [...lines.values()];
}
