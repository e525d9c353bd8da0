const ends = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Lets a process stand still while something is done. It goes on afterwards, also where whoever does it is told to end meanwhile. */
export const whileItStands = async <Result>(pid: number, work: () => Promise<Result>): Promise<Result> => {
  const leave = (signal: NodeJS.Signals): void => {
    letGo();
    process.kill(process.pid, signal);
  };
  const letGo = (): void => {
    ends.forEach((signal) => process.off(signal, leave));
    process.kill(pid, 'SIGCONT');
  };
  ends.forEach((signal) => process.on(signal, leave));
  process.kill(pid, 'SIGSTOP');
  try {
    return await work();
  } finally {
    letGo();
  }
};
