import { registrationFormPdf } from '@dengke/print';
import { aSample } from './form-samples';
import { naiveFormPdf } from './naive-form';

export const makers = { typst: registrationFormPdf, pdfkit: naiveFormPdf } as const;

export interface Lane {
  maker: keyof typeof makers;
  first: number;
  count: number;
  /** Printed before any is timed: fonts are read, and what is compiled as it runs is compiled. */
  warmUp: number;
}

export interface LaneResult {
  millis: number;
  bytes: number;
}

/** A process of its own, as a replica is: prints its share of the forms one after the other. */
export async function lane({ maker, first, count, warmUp }: Lane): Promise<LaneResult> {
  const make = makers[maker];
  for (let at = 0; at < warmUp; at += 1) {
    await make(aSample(9_000_000 + at));
  }
  let bytes = 0;
  const started = performance.now();
  for (let seed = first; seed < first + count; seed += 1) {
    bytes += (await make(aSample(seed))).length;
  }
  return { millis: performance.now() - started, bytes };
}

if (require.main === module) {
  process.once('message', (share: Lane) => {
    void lane(share).then((result) => process.send?.(result, () => process.exit(0)));
  });
}
