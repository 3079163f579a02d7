import { CHANGE_KINDS } from './change-words.ts';
import type { LoggedChange } from './log.ts';

type ChangeKind = keyof typeof CHANGE_KINDS;

/** What happened on a day, what matters most first. */
export interface DayOfChanges {
  on: string;
  kinds: { kind: ChangeKind; changes: LoggedChange[] }[];
}

const KINDS = Object.keys(CHANGE_KINDS) as ChangeKind[];

/** The changes by day, the latest first, then by what they are, then by name. */
export function byDay(changes: readonly LoggedChange[]): DayOfChanges[] {
  return [...Map.groupBy(changes, ({ change }) => change.on)]
    .toSorted(([a], [b]) => b.localeCompare(a, 'en'))
    .map(([on, all]) => ({
      on,
      kinds: KINDS.flatMap((kind) => {
        const each = all
          .filter(({ change }) => change.kind === kind)
          .toSorted((a, b) => a.title.localeCompare(b.title, 'fr'));
        return each.length === 0 ? [] : [{ kind, changes: each }];
      }),
    }));
}
