import { useSyncExternalStore } from 'react';
import { dayInFrance } from '#domain/days.ts';

/** Today, `YYYY-MM-DD` in France: a page that stays open for days is read again when one comes back to it. */
export const useToday = (): string => useSyncExternalStore(onReturn, () => dayInFrance(new Date()));

function onReturn(read: () => void): () => void {
  document.addEventListener('visibilitychange', read);
  return () => document.removeEventListener('visibilitychange', read);
}
