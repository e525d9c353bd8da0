import { IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, MinLength, validateSync } from 'class-validator';

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;

/** All the worker is told: where Temporal is, and where to answer whether it lives. It has no database, and of secrets the keys of payloads alone. */
export class WorkerConfig {
  @IsInt() @Min(0) @Max(65535) readonly port: number;
  @IsString() readonly host: string;
  @Matches(/^[\w.[\]:-]+:\d+$/) readonly temporalAddress: string;
  @IsString() readonly temporalNamespace: string;
  @IsIn(logLevels) readonly logLevel: string;
  /** Where spans are taken: OTLP over HTTP, without `/v1/traces`. Without it none are kept. */
  @IsOptional() @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false }) readonly otlpUrl: string | undefined;

  /** Where it tells a Prometheus what Temporal's SDK counts: an address inside the house, which nobody else reaches. */
  @IsOptional() @Matches(/^[\w.[\]:-]+:\d+$/) readonly metricsAddress: string | undefined;

  /** The authority by which Temporal is believed; without it it is spoken to plainly. */
  @IsOptional() @IsString() readonly tlsCaFile: string | undefined;
  /** What it shows to whoever asks for its health or its metrics, and the key to that; without them it answers plainly. */
  @IsOptional() @IsString() readonly tlsCertFile: string | undefined;
  @IsOptional() @IsString() readonly tlsKeyFile: string | undefined;

  /** Keys with which all that Temporal keeps of us is sealed: the same as every service's. */
  @IsString() @MinLength(1) readonly payloadKeysFile: string;

  constructor(environment: Readonly<Record<string, string | undefined>>) {
    this.port = Number(environment[environmentNames.port] ?? Number.NaN);
    this.host = environment[environmentNames.host] ?? '127.0.0.1';
    this.temporalAddress = environment[environmentNames.temporalAddress] ?? 'temporal:7233';
    this.temporalNamespace = environment[environmentNames.temporalNamespace] ?? 'default';
    this.logLevel = environment[environmentNames.logLevel] ?? 'info';
    this.otlpUrl = environment[environmentNames.otlpUrl];
    this.metricsAddress = environment[environmentNames.metricsAddress];
    this.tlsCaFile = environment[environmentNames.tlsCaFile];
    this.tlsCertFile = environment[environmentNames.tlsCertFile];
    this.tlsKeyFile = environment[environmentNames.tlsKeyFile];
    this.payloadKeysFile = environment[environmentNames.payloadKeysFile] ?? '';
  }
}

export const environmentNames = {
  port: 'DENGKE_PORT',
  host: 'DENGKE_HOST',
  temporalAddress: 'DENGKE_TEMPORAL_ADDRESS',
  temporalNamespace: 'DENGKE_TEMPORAL_NAMESPACE',
  logLevel: 'DENGKE_LOG_LEVEL',
  otlpUrl: 'DENGKE_OTLP_URL',
  metricsAddress: 'DENGKE_METRICS_ADDRESS',
  tlsCaFile: 'DENGKE_TLS_CA_FILE',
  tlsCertFile: 'DENGKE_TLS_CERT_FILE',
  tlsKeyFile: 'DENGKE_TLS_KEY_FILE',
  payloadKeysFile: 'DENGKE_PAYLOAD_KEYS_FILE',
} as const satisfies Record<keyof WorkerConfig, string>;

/** @throws Error naming every missing or malformed variable, never a value */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): WorkerConfig {
  const config = new WorkerConfig(environment);
  const faults = validateSync(config).map(({ property }) => environmentNames[property as keyof WorkerConfig]);
  if (faults.length > 0) {
    throw new Error(`The configuration is not complete: ${faults.join(', ')}`);
  }
  return config;
}
