/** Whether a process says that it is ready to work. */
export const isHttpReady = async (url: string): Promise<boolean> => {
  const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) });
  await response.arrayBuffer();
  return response.ok;
};
