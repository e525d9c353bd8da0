/** Sixteen random bytes, for an Idempotency-Key or a trace; `crypto.randomUUID` exists only behind https. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
