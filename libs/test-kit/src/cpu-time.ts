/** How long this process has computed since `process.cpuUsage()`, in milliseconds: the same on a quiet machine and on a busy one. */
export function computedSince(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
}
