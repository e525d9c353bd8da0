import { readConfig } from './config';

describe('the configuration of the worker', () => {
  it('needs a port and the keys of payloads, and has defaults for the rest', () => {
    expect(readConfig({ DENGKE_PORT: '4105', DENGKE_PAYLOAD_KEYS_FILE: '/keys.json' })).toEqual({
      port: 4105,
      host: '127.0.0.1',
      temporalAddress: 'temporal:7233',
      temporalNamespace: 'default',
      logLevel: 'info',
      otlpUrl: undefined,
      metricsAddress: undefined,
      tlsCaFile: undefined,
      tlsCertFile: undefined,
      tlsKeyFile: undefined,
      payloadKeysFile: '/keys.json',
    });
  });

  it('names every variable that is missing or malformed, never its value', () => {
    const read = (): unknown => readConfig({ DENGKE_TEMPORAL_ADDRESS: 'nowhere', DENGKE_LOG_LEVEL: 'loud' });

    expect(read).toThrow(
      'The configuration is not complete: DENGKE_PORT, DENGKE_TEMPORAL_ADDRESS, DENGKE_LOG_LEVEL, DENGKE_PAYLOAD_KEYS_FILE',
    );
    expect(read).not.toThrow(/nowhere|loud/);
  });
});
