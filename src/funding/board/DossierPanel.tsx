import { useEffect, useRef } from 'react';
import { openWhenAsked } from '../answers/open-composer.ts';
import { STATES, type Followed } from './view.ts';

/** What assembles the file of a followed opportunity, with what the board says of it. */
export function DossierPanel({ card }: { card: Followed }) {
  const host = useRef<HTMLDivElement>(null);
  // The file is made of the card as it is on that day, which may have come from elsewhere since.
  const latest = useRef(card);
  useEffect(() => {
    latest.current = card;
  });
  const open = () => {
    if (host.current)
      void openWhenAsked(host.current, {
        slug: card.slug,
        card: () => ({ ...latest.current, state: STATES[latest.current.state] }),
      });
  };
  return (
    <details className="application" onToggle={({ currentTarget }) => currentTarget.open && open()}>
      <summary>Préparer le dossier</summary>
      <div className="dossier" ref={host} />
    </details>
  );
}
