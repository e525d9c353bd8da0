// Health check of a container: what the process itself says.
const response = await fetch(`http://127.0.0.1:${process.env.DENGKE_PORT}/health/ready`, { signal: AbortSignal.timeout(4_000) }).catch(
  () => undefined,
);
process.exit(response?.ok === true ? 0 : 1);
