/** What every page and every printed document says in a house where people only practise (`DENGKE_TRAINING`). */
export const trainingMark = '培训演练 不作凭证';

/** How the house presents itself, for everybody. */
export interface HouseMode {
  training: boolean;
  /** What each page shows; null in earnest. */
  mark: string | null;
}
