import { IsInt, IsString, Max, Min } from 'class-validator';
import { Env, FilesConfig, MigrationConfig } from '@dengke/service-kit';

/** What accounts is given beside what every service is. */
export class AccountsConfig extends FilesConfig {
  /** An Ed25519 private key, PKCS #8 in PEM: it signs the tokens, and no other process can read it. */
  @Env('DENGKE_SIGNING_KEY_FILE') @IsString() readonly signingKeyFile!: string;

  /** The keys with which people's mobiles and mails are sealed. */
  @Env('DENGKE_PERSONAL_KEYS_FILE') @IsString() readonly personalKeysFile!: string;

  /** A session that nobody used for so long ends (under GB/T 22239 practice is 10–30). */
  @Env('DENGKE_SESSION_IDLE_MINUTES') @IsInt() @Min(5) @Max(60) readonly sessionIdleMinutes: number = 15;
  /** A session ends after so long, however busy it is. */
  @Env('DENGKE_SESSION_HOURS') @IsInt() @Min(1) @Max(12) readonly sessionHours: number = 8;
  /** So long after the second factor was shown, acts marked for step-up are open without it. */
  @Env('DENGKE_STEP_UP_MINUTES') @IsInt() @Min(1) @Max(60) readonly stepUpMinutes: number = 10;
}

/** What its migrations are given: they seal what the seed brings. */
export class AccountsMigrationConfig extends MigrationConfig {
  @Env('DENGKE_PERSONAL_KEYS_FILE') @IsString() readonly personalKeysFile!: string;
}
