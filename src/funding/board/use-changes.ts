import { useEffect, useMemo, useState } from 'react';
import { reach, troubleOf } from '#components/trouble.ts';
import { dayInFrance } from '#domain/days.ts';
import type { Change } from '../changes/changes.ts';
import { recentChange } from '../changes/recent.ts';
import type { Followed } from './view.ts';

const PATH = '/financements/changements.json';

/**
 * What happened lately to the opportunities of the board, by the id of their card. Nothing while it comes, or when it
 * does not: the cards say all the rest without it.
 */
export function useChanges(cards: readonly Followed[], today: string): ReadonlyMap<string, Change> {
  const [log, setLog] = useState<Readonly<Record<string, readonly Change[]>>>();
  const asks = cards.some(({ slug }) => slug !== undefined);
  useEffect(() => {
    if (!asks) return;
    reach(PATH, (response) => response.text())
      .then((text) => setLog(JSON.parse(text) as Record<string, Change[]>))
      .catch(troubleOf);
  }, [asks]);
  return useMemo(() => {
    const found = cards.flatMap(({ id, slug, addedAt }) => {
      const changes = (slug !== undefined && log?.[slug]) || [];
      const change = recentChange(changes, dayInFrance(new Date(addedAt)), today);
      return change ? [[id, change] as const] : [];
    });
    return new Map(found);
  }, [cards, log, today]);
}
