import { daysBetween } from './days.ts';

/** What an opportunity says of its dates. Days are `YYYY-MM-DD`, in France. */
export interface Calendar {
  rhythm: 'permanent' | 'annual' | 'several' | 'one-off' | 'unknown';
  windows: readonly { opensOn?: string | undefined; closesOn?: string | undefined }[];
}

export type DeadlineState =
  | { state: 'permanent' }
  | { state: 'open'; closesOn: string | undefined; days: number | undefined }
  | { state: 'closing'; closesOn: string; days: number }
  | { state: 'opens'; opensOn: string; days: number }
  | { state: 'closed'; closedOn: string }
  /** No date was found: neither open nor closed. */
  | { state: 'unknown' };

export const CLOSING_DAYS = 30;

/**
 * The state on a day: an open window first (the one that closes last), then the next to open,
 * then the last that closed. A closing day counts as open. Usual months are never read as dates.
 */
export function deadlineState({ rhythm, windows }: Calendar, today: string): DeadlineState {
  const open = windows
    .filter(({ opensOn, closesOn }) => {
      if (opensOn === undefined) return closesOn !== undefined && closesOn >= today;
      return opensOn <= today && (closesOn === undefined || closesOn >= today);
    })
    .sort((a, b) => (b.closesOn ?? '9999').localeCompare(a.closesOn ?? '9999'))[0];
  if (open) {
    const { closesOn } = open;
    if (closesOn === undefined) return { state: 'open', closesOn, days: undefined };
    const days = daysBetween(today, closesOn);
    return days <= CLOSING_DAYS ? { state: 'closing', closesOn, days } : { state: 'open', closesOn, days };
  }
  const opensOn = windows
    .flatMap((window) => (window.opensOn !== undefined && window.opensOn > today ? window.opensOn : []))
    .sort()[0];
  if (opensOn !== undefined) return { state: 'opens', opensOn, days: daysBetween(today, opensOn) };
  if (rhythm === 'permanent') return { state: 'permanent' };
  const closedOn = windows
    .flatMap((window) => window.closesOn ?? [])
    .sort()
    .at(-1);
  return closedOn === undefined ? { state: 'unknown' } : { state: 'closed', closedOn };
}

/** The order of a watch: what can be answered now first, by date; then what opens; then the rest. */
export function deadlineRank(state: DeadlineState): number {
  switch (state.state) {
    case 'closing':
      return state.days;
    case 'open':
      return 1_000 + (state.days ?? 1_000);
    case 'opens':
      return 4_000 + state.days;
    case 'permanent':
      return 3_000;
    case 'unknown':
      return 8_000;
    case 'closed':
      return 9_000;
  }
}
