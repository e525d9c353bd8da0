/** What a process held at one moment. */
export interface Sample {
  residentMiB: number;
  /** Open files, sockets and pipes. */
  handles: number;
}

/** Medians of the second and of the last quarter of a soak, and the one ÷ the other: the first quarter fills caches and pools. */
export interface Growth {
  from: number;
  to: number;
  ratio: number;
}

/** More than this in three quarters of a soak, and it is not flat. */
const MOST = 1.1;
/** A connection more or less is no leak. */
const FEW_HANDLES = 5;

export const growthOf = (samples: readonly Sample[]): Record<keyof Sample, Growth> => ({
  residentMiB: growth(samples.map(({ residentMiB }) => residentMiB)),
  handles: growth(samples.map(({ handles }) => handles)),
});

/** One line for what grew. */
export function grown(name: string, { residentMiB, handles }: Record<keyof Sample, Growth>): string[] {
  return [
    ...(residentMiB.ratio > MOST ? [`${name} grew from ${residentMiB.from} to ${residentMiB.to} MiB`] : []),
    ...(handles.ratio > MOST && handles.to - handles.from > FEW_HANDLES
      ? [`${name} grew from ${handles.from} to ${handles.to} handles`]
      : []),
  ];
}

function growth(values: readonly number[]): Growth {
  const quarter = Math.floor(values.length / 4);
  const [from, to] = [median(values.slice(quarter, 2 * quarter)), median(values.slice(-quarter))];
  return { from, to, ratio: Math.round((to / from) * 1_000) / 1_000 };
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
