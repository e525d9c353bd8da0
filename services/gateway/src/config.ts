import { IsIn, IsInt, IsString, IsUrl, Matches, Max, Min, MinLength } from 'class-validator';
import { Env } from '@dengke/service-kit';

const HTTP = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };

/** What the gateway is given. It has no database and no Temporal: it knows addresses, and the secret that makes it one of the house. */
export class GatewayConfig {
  @Env('DENGKE_PORT') @IsInt() @Min(0) @Max(65535) readonly port!: number;
  @Env('DENGKE_HOST') @IsString() readonly host: string = '127.0.0.1';
  @Env('DENGKE_SERVICE_SECRET') @MinLength(16) readonly serviceSecret!: string;
  @Env('DENGKE_ACCOUNTS_URL') @IsUrl(HTTP) readonly accountsUrl: string = 'http://accounts:3000';
  @Env('DENGKE_ACHIEVEMENTS_URL') @IsUrl(HTTP) readonly achievementsUrl: string = 'http://achievements:3000';
  @Env('DENGKE_NOTIFICATIONS_URL') @IsUrl(HTTP) readonly notificationsUrl: string = 'http://notifications:3000';
  /** Where people reach us; https makes the cookie Secure and the transport strict. */
  @Env('DENGKE_PUBLIC_URL') @IsUrl(HTTP) readonly publicUrl: string = 'http://localhost:8080';
  @Env('DENGKE_PROFILE') @IsIn(['local', 'season', 'production']) readonly profile: 'local' | 'season' | 'production' = 'production';
  @Env('DENGKE_LOG_LEVEL') @IsIn(['debug', 'info', 'warn', 'error', 'silent']) readonly logLevel: string = 'info';

  /** Proxies before us whose X-Forwarded-For is believed: addresses and networks, comma-separated; none by default. */
  @Env('DENGKE_TRUSTED_PROXIES') @Matches(/^[\d.,:/a-fA-F ]*$/) readonly trustedProxies: string = '';
  /** Requests a second one session may make for ever, and four times as many at once. */
  @Env('DENGKE_RATE_PER_SESSION') @IsInt() @Min(1) readonly ratePerSession: number = 300;
  /** The same for one address, behind which a whole bureau may sit. */
  @Env('DENGKE_RATE_PER_ADDRESS') @IsInt() @Min(1) readonly ratePerAddress: number = 2000;
}
