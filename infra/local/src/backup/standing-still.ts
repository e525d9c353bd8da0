const ends = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Does something that is undone afterwards, also where whoever does it is told to end meanwhile. */
export const undoneAfterwards = async <Result>(undo: () => void, work: () => Promise<Result>): Promise<Result> => {
  const leave = (signal: NodeJS.Signals): void => {
    letGo();
    process.kill(process.pid, signal);
  };
  const letGo = (): void => {
    ends.forEach((signal) => process.off(signal, leave));
    undo();
  };
  ends.forEach((signal) => process.on(signal, leave));
  try {
    return await work();
  } finally {
    letGo();
  }
};

/** Lets a process stand still while something is done. */
export const whileItStands = <Result>(pid: number, work: () => Promise<Result>): Promise<Result> =>
  undoneAfterwards(
    () => process.kill(pid, 'SIGCONT'),
    () => {
      process.kill(pid, 'SIGSTOP');
      return work();
    },
  );
