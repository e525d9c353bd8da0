import { useEffect, useState } from 'react';

/** A moment after the last letter, it is asked for. */
export const settlesMillis = 300;

/** What is typed, once nothing more is typed. */
export function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), settlesMillis);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
