import { Env, FilesConfig } from '@dengke/service-kit';
import { IsBoolean } from 'class-validator';

export class AchievementsConfig extends FilesConfig {
  /** What 542 art. 8 asks beside the evidence of the letter is required at submit, not only advised (P21). */
  @Env('DENGKE_EXTRA_EVIDENCE_REQUIRED') @IsBoolean() readonly extraRequired: boolean = false;
}
