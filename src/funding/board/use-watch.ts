import { useEffect, useEffectEvent, useState } from 'react';
import { reach, troubleOf } from '#components/trouble.ts';
import { typeset } from '#domain/typography.ts';
import type { OpportunityRecord } from '../search/questions.ts';
import { followedCells, freshWrites } from './AddOpportunity.tsx';
import type { LiveBoard } from './use-board.ts';

/**
 * The opportunities of the watch: undefined while they come, null when they do not. The board learns what they say now,
 * and « Suivre », on an opportunity’s page, leads here with its slug.
 */
export function useWatch(
  src: string,
  { ready, board, follow, learn }: LiveBoard,
  { onAdded, tell }: { onAdded: (title: string) => void; tell: (words: string) => void },
): readonly OpportunityRecord[] | null | undefined {
  const [opportunities, setOpportunities] = useState<readonly OpportunityRecord[] | null>();
  const onCalls = useEffectEvent((read: readonly OpportunityRecord[]) => {
    setOpportunities(read);
    const fresh = freshWrites(board, read);
    if (fresh.length > 0) learn(fresh);
    const slug = new URLSearchParams(location.search).get('suivre');
    const opportunity = read.find((each) => each.slug === slug);
    if (!opportunity) return;
    history.replaceState(history.state, '', location.pathname);
    if (board[opportunity.slug] && board[opportunity.slug]?.cells['deleted']?.value !== true) {
      tell(typeset(`« ${opportunity.title} » est déjà dans votre tableau.`));
      return;
    }
    follow(opportunity.title, opportunity.slug, followedCells(opportunity));
    onAdded(opportunity.title);
  });
  useEffect(() => {
    // What the browser keeps is read first: an opportunity may be followed already.
    if (!ready) return;
    reach(src, (response) => response.text())
      .then((text) => onCalls(JSON.parse(text) as OpportunityRecord[]))
      .catch((error: unknown) => {
        troubleOf(error);
        setOpportunities(null);
      });
  }, [src, ready]);
  return opportunities;
}
