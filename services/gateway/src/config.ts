import { join } from 'node:path';
import { IsInt, IsOptional, IsString, IsUrl, Matches, Min } from 'class-validator';
import { Env, HouseConfig } from '@dengke/service-kit';

const HTTP = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };

/** The gateway has no database and no Temporal: it knows addresses, and the secret that makes it one of the house. */
export class GatewayConfig extends HouseConfig {
  /** Proxies before us whose X-Forwarded-For is believed: addresses and networks, comma-separated; none by default. */
  @Env('DENGKE_TRUSTED_PROXIES') @Matches(/^[\d.,:/a-fA-F ]*$/) readonly trustedProxies: string = '';
  /** Requests a second one session may make for ever, and four times as many at once. */
  @Env('DENGKE_RATE_PER_SESSION') @IsInt() @Min(1) readonly ratePerSession: number = 300;
  /** The same for one address, behind which a whole bureau may sit. */
  @Env('DENGKE_RATE_PER_ADDRESS') @IsInt() @Min(1) readonly ratePerAddress: number = 2000;
  /** Where it tells a Prometheus what it does: an address inside the house, which nobody else reaches. */
  @Env('DENGKE_METRICS_ADDRESS') @IsOptional() @Matches(/^[\w.[\]:-]+:\d+$/) readonly metricsAddress?: string;
  /** Where the Temporal UI listens: an address inside the house, which nobody else reaches. Without it none is shown. */
  @Env('DENGKE_TEMPORAL_UI_URL') @IsOptional() @IsUrl(HTTP) readonly temporalUiUrl?: string;
  /** Where the portal was built to; without it there are no pages. */
  @Env('DENGKE_PORTAL_DIR') @IsString() readonly portalDirectory: string = join(__dirname, '../../../portal/dist');
}
