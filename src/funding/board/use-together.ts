import { useMemo } from 'react';
import type { OpportunityRecord } from '../search/questions.ts';

/** How many cantines answer each opportunity of the watch together, by its slug; empty while the watch comes. */
export const useTogether = (
  opportunities: readonly OpportunityRecord[] | null | undefined,
): ReadonlyMap<string, number> =>
  useMemo(
    () =>
      new Map(
        (opportunities ?? []).flatMap(({ slug, together }) =>
          together === undefined ? [] : [[slug, together] as const],
        ),
      ),
    [opportunities],
  );
