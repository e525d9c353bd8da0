import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, MinLength, ValidateIf } from 'class-validator';
import { Env } from './config';

const HTTP = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };
const EACH = { each: true };

/** With `?ssl={"ca":"…"}` (encoded) it is reached by TLS, and believed by that authority. */
const MYSQL = /^mysql:\/\/[^/]+\/[\w-]+(?:\?ssl=[\w%.~-]+)?$/;
const profiles = ['local', 'season', 'production'] as const;
type Profile = (typeof profiles)[number];

const isShown = ({ tlsCertFile, tlsKeyFile }: HouseConfig): boolean => tlsCertFile !== undefined || tlsKeyFile !== undefined;

/** What every process of the house is given. */
export class HouseConfig {
  /** 0 takes a free port. */
  @Env('DENGKE_PORT') @IsInt() @Min(0) @Max(65535) readonly port!: number;
  @Env('DENGKE_HOST') @IsString() readonly host: string = '127.0.0.1';

  /** What the services of the house show each other (feeds, internal reads). */
  @Env('DENGKE_SERVICE_SECRET') @MinLength(16) readonly serviceSecret!: string;
  /** Where the services are: the address of each of their replicas, comma-separated. */
  @Env('DENGKE_ACCOUNTS_URL') @IsUrl(HTTP, EACH) readonly accountsUrls: string[] = ['http://accounts:3000'];
  @Env('DENGKE_ACHIEVEMENTS_URL') @IsUrl(HTTP, EACH) readonly achievementsUrls: string[] = ['http://achievements:3000'];
  @Env('DENGKE_NOTIFICATIONS_URL') @IsUrl(HTTP, EACH) readonly notificationsUrls: string[] = ['http://notifications:3000'];
  /** The authority by which the other services (where their addresses are https) and Temporal are believed; without it Temporal is spoken to plainly. */
  @Env('DENGKE_TLS_CA_FILE') @IsOptional() @IsString() readonly tlsCaFile?: string;
  /** What it shows to whoever calls it, and the key to that; without both it listens plainly. */
  @Env('DENGKE_TLS_CERT_FILE') @ValidateIf(isShown) @IsString() readonly tlsCertFile?: string;
  @Env('DENGKE_TLS_KEY_FILE') @ValidateIf(isShown) @IsString() readonly tlsKeyFile?: string;
  /** How long another service may take to answer before it counts as away. */
  @Env('DENGKE_CALL_TIMEOUT_MS') @IsInt() @Min(100) @Max(60_000) readonly callTimeoutMs: number = 2_000;
  /** Where people reach the portal; links in messages and QR codes begin with it. */
  @Env('DENGKE_PUBLIC_URL') @IsUrl(HTTP) readonly publicUrl: string = 'http://localhost:8080';

  @Env('DENGKE_PROFILE') @IsIn(profiles) readonly profile: Profile = 'production';
  /** People only practise here: every page and every printed document says so. */
  @Env('DENGKE_TRAINING') @IsBoolean() readonly training: boolean = false;
  /** Where spans are taken: OTLP over HTTP, without `/v1/traces`. Without it none are kept. */
  @Env('DENGKE_OTLP_URL') @IsOptional() @IsUrl(HTTP) readonly otlpUrl?: string;
  @Env('DENGKE_LOG_LEVEL') @IsIn(['debug', 'info', 'warn', 'error', 'silent']) readonly logLevel: string = 'info';
}

/** What migrate.ts is given, which runs before the service does: also an account that the service has not. */
export class MigrationConfig {
  /** The service's own address; its user is granted what it needs and no more. */
  @Env('DENGKE_DATABASE_URL') @Matches(MYSQL) readonly databaseUrl!: string;
  /** The same schema through a user that may create tables and grant. */
  @Env('DENGKE_MIGRATION_DATABASE_URL') @Matches(MYSQL) readonly migrationUrl!: string;
  @Env('DENGKE_PROFILE') @IsIn(profiles) readonly profile: Profile = 'production';
}

/** Beyond that, what a process with a schema, a ledger and activities needs; each service adds its own in `services/<name>/src/config.ts`. */
export class ServiceConfig extends HouseConfig {
  /** `mysql://user:password@host:port/schema`: the service's own schema and user. */
  @Env('DENGKE_DATABASE_URL') @Matches(MYSQL) readonly databaseUrl!: string;
  @Env('DENGKE_TEMPORAL_ADDRESS') @Matches(/^[\w.[\]:-]+:\d+$/) readonly temporalAddress: string = 'temporal:7233';
  @Env('DENGKE_TEMPORAL_NAMESPACE') @IsString() readonly temporalNamespace: string = 'default';
  /** Keys with which all that Temporal keeps of us is sealed; every service and the worker have the same (`PayloadSeal`). */
  @Env('DENGKE_PAYLOAD_KEYS_FILE') @IsString() readonly payloadKeysFile!: string;
  /** Where the ledger's checkpoints are kept: not in the database, and not beside it. */
  @Env('DENGKE_AUDIT_DIR') @IsString() readonly auditDir!: string;
  /** `temporal`: business time is that of the time-skipping server (a season). */
  @Env('DENGKE_CLOCK') @IsIn(['host', 'temporal']) readonly clock: 'host' | 'temporal' = 'host';
}
