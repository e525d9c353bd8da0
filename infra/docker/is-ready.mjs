// Health check of a container: what the process itself says, by TLS where it shows a certificate (NODE_EXTRA_CA_CERTS names its authority).
const scheme = process.env.DENGKE_TLS_CERT_FILE === undefined ? 'http' : 'https';
const response = await fetch(`${scheme}://127.0.0.1:${process.env.DENGKE_PORT}/health/ready`, { signal: AbortSignal.timeout(4_000) }).catch(
  () => undefined,
);
process.exit(response?.ok === true ? 0 : 1);
