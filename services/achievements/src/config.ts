import { reportModes } from '@dengke/contract';
import type { ReportMode } from '@dengke/contract';
import { Env, FilesConfig } from '@dengke/service-kit';
import { IsBoolean, IsIn, IsInt, IsString, IsUrl, Max, Min, ValidateIf } from 'class-validator';

const HTTP = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };
const toEndpoint = ({ reportUp }: AchievementsConfig): boolean => reportUp === 'endpoint';

export class AchievementsConfig extends FilesConfig {
  /** What 542 art. 8 asks beside the evidence of the letter is required at submit, not only advised (P21). */
  @Env('DENGKE_EXTRA_EVIDENCE_REQUIRED') @IsBoolean() readonly extraRequired: boolean = false;

  /** `desk`: the ministry's people see what is reported up; `endpoint`: its registry gets it in bundles (P37). */
  @Env('DENGKE_REPORT_UP') @IsIn(reportModes) readonly reportUp: ReportMode = 'desk';
  @Env('DENGKE_REGISTRY_URL') @ValidateIf(toEndpoint) @IsUrl(HTTP) readonly registryUrl?: string;
  /** Ed25519 (PKCS #8 PEM); the registry knows its public half. */
  @Env('DENGKE_REPORT_KEY_FILE') @ValidateIf(toEndpoint) @IsString() readonly reportKeyFile?: string;
  @Env('DENGKE_REPORT_COLLECT_SECONDS') @IsInt() @Min(0) @Max(604_800) readonly reportCollectSeconds: number = 3_600;
  @Env('DENGKE_REPORT_MOST_ITEMS') @IsInt() @Min(1) @Max(500) readonly reportMostItems: number = 100;
  @Env('DENGKE_REPORT_PAUSE_SECONDS') @IsInt() @Min(1) @Max(3_600) readonly reportPauseSeconds: number = 30;
}
