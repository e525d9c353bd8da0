import { Env, ServiceConfig } from '@dengke/service-kit';
import { IsBoolean, IsString } from 'class-validator';

export class AchievementsConfig extends ServiceConfig {
  /** Where evidence lies, content-addressed. */
  @Env('DENGKE_FILES_DIR') @IsString() readonly filesDir!: string;
  /** What 542 art. 8 asks beside the evidence of the letter is required at submit, not only advised (P21). */
  @Env('DENGKE_EXTRA_EVIDENCE_REQUIRED') @IsBoolean() readonly extraRequired: boolean = false;
}
