import { Env, FilesConfig, MigrationConfig } from '@dengke/service-kit';
import { IsInt, IsString, Matches, Max, Min } from 'class-validator';

/** What notifications is given beside what every service is. */
export class NotificationsConfig extends FilesConfig {
  /** The keys with which addresses are sealed; others than those of accounts. */
  @Env('DENGKE_PERSONAL_KEYS_FILE') @IsString() readonly personalKeysFile!: string;
  /** `smtp://user:password@host:port`, or `smtps://…` */
  @Env('DENGKE_MAIL_URL') @Matches(/^smtps?:\/\/\S+$/) readonly mailUrl!: string;
  @Env('DENGKE_MAIL_FROM') @IsString() readonly mailFrom: string = '登科 <noreply@dengke.example>';
  /** After so many refusals a mail is a dead letter. */
  @Env('DENGKE_MAIL_ATTEMPTS') @IsInt() @Min(1) @Max(20) readonly mailAttempts: number = 8;
  /** Rest after the first refusal, doubled with each, an hour at most; host time. */
  @Env('DENGKE_MAIL_BACKOFF_SECONDS') @IsInt() @Min(0) @Max(3600) readonly mailBackoffSeconds: number = 10;
}

/** What its migrations are given: they seal what was there before. */
export class NotificationsMigrationConfig extends MigrationConfig {
  @Env('DENGKE_PERSONAL_KEYS_FILE') @IsString() readonly personalKeysFile!: string;
}
