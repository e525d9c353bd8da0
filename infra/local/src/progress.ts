/** Takes one line of progress, without a newline. */
export type Log = (line: string) => void;

/** Lines with the seconds since the start in front, as every long command shows them. */
export const timedLog = (write: Log, since = performance.now()): Log => {
  return (line) => write(`[${((performance.now() - since) / 1000).toFixed(1).padStart(6)} s] ${line}`);
};

/** Says every 15 seconds that something slow is still going on, so that nobody takes it for stuck. */
export const withHeartbeat = async <Result>(log: Log, doing: string, work: Promise<Result>): Promise<Result> => {
  const since = performance.now();
  const timer = setInterval(() => log(`… still ${doing} (${Math.round((performance.now() - since) / 1000)} s)`), 15_000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
};
