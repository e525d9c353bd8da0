import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ReportMode } from '@dengke/contract';
import type { AchievementsConfig } from '../config';

/** How reporting up goes here: by the ministry's people, or in bundles to its registry. */
export interface ReportSettings {
  mode: ReportMode;
  /** A bundle takes items for so long, in business time, and so many at most. */
  collectSeconds: number;
  mostItems: number;
  /** Between two tries, doubled each time up to an hour. */
  pauseSeconds: number;
}

export const REPORT_SETTINGS = Symbol('report settings');

export const readReportSettings = (config: AchievementsConfig): ReportSettings => ({
  mode: config.reportUp,
  collectSeconds: config.reportCollectSeconds,
  mostItems: config.reportMostItems,
  pauseSeconds: config.reportPauseSeconds,
});

/** What bundles are signed with (Ed25519). */
export interface ReportKey {
  id: string;
  key: KeyObject;
}

export const REPORT_KEY = Symbol('report key');

/** Null where nothing is sent. @throws Error when it is no Ed25519 key */
export function readReportKey({ reportUp, reportKeyFile }: AchievementsConfig): ReportKey | null {
  return reportUp === 'desk' || reportKeyFile === undefined ? null : reportKeyOf(readFileSync(reportKeyFile, 'utf8'));
}

/** @param pem PKCS #8 */
export function reportKeyOf(pem: string): ReportKey {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') {
    throw new Error('The key for reports is not an Ed25519 key');
  }
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return { key, id: createHash('sha256').update(der).digest('hex').slice(0, 32) };
}
