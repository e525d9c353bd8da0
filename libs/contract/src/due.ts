/**
 * What something is due by: its limit, or the cut-off that binds it where that comes first; of two instants or two days, either of which may be absent.
 * At one instant the limit it is: only a cut-off that comes before a provisional day settles it (P40).
 */
export const dueBy = <T extends string>(limit: T | null, cutOff: T | null): T | null =>
  limit === null || (cutOff !== null && cutOff < limit) ? cutOff : limit;
