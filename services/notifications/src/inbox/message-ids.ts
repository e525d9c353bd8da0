const ID = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Host milliseconds at which a message's id (uuid v7) was drawn; null for what is no such id. */
export function millisOf(id: string | undefined): number | null {
  const [, high, low] = ID.exec(id ?? '') ?? [];
  return high === undefined || low === undefined ? null : Number.parseInt(high + low, 16);
}

/** What every id that is drawn from this millisecond on comes after. */
export function firstIdAt(millis: number): string {
  const hex = Math.max(0, millis).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-`;
}
