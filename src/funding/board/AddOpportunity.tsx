import { useMemo, useRef, useState } from 'react';
import { keyOf } from '#places/normalise.ts';
import type { OpportunityRecord } from '../search/questions.ts';
import type { Board, Value, Write } from './board.ts';
import type { LiveBoard } from './use-board.ts';

interface Props {
  board: Board;
  /** The opportunities of the watch; undefined while they come, null when they do not. */
  opportunities: readonly OpportunityRecord[] | null | undefined;
  follow: LiveBoard['follow'];
  /** Called with what was added, in words. */
  onAdded: (title: string) => void;
}

const MOST = 8;

/** What a card takes from the watch. */
const watchCells = ({
  slug,
  title,
  funder,
  rhythm,
  windows,
  usualMonths,
  asOf,
}: OpportunityRecord): Record<string, Value> => ({
  slug,
  title,
  funder: funder.name,
  calendar: JSON.stringify({ rhythm, windows, usualMonths, asOf }),
});

/** The cells of an opportunity of the watch to follow; one that was put away comes back. */
export const followedCells = (opportunity: OpportunityRecord): Record<string, Value> => ({
  ...watchCells(opportunity),
  deleted: false,
});

/** The writes that bring the followed opportunities up to what the watch says now: a deadline may have moved since. */
export const freshWrites = (board: Board, opportunities: readonly OpportunityRecord[]): Write[] =>
  opportunities.flatMap((opportunity) => {
    const card = board[opportunity.slug];
    if (card?.cells['slug']?.value !== opportunity.slug) return [];
    const changed = Object.entries(watchCells(opportunity)).filter(
      ([name, value]) => card.cells[name]?.value !== value,
    );
    return changed.length === 0 ? [] : [{ card: opportunity.slug, cells: Object.fromEntries(changed) }];
  });

/** Finds an opportunity of the watch, or writes another one by hand. */
export function AddOpportunity({ board, opportunities, follow, onAdded }: Props) {
  const [words, setWords] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const found = useMemo(() => {
    const asked = keyOf(words);
    if (asked.length < 2) return [];
    return (opportunities ?? [])
      .filter(({ title, funder }) => keyOf(`${title} ${funder.name}`).includes(asked))
      .slice(0, MOST);
  }, [words, opportunities]);
  const own = words.trim();
  const isFollowed = (slug: string) => Object.hasOwn(board, slug) && board[slug]?.cells['deleted']?.value !== true;
  const add = (title: string, id: string, cells: Readonly<Record<string, Value>>) => {
    follow(title, id, cells);
    onAdded(title);
    setWords('');
    input.current?.focus();
  };
  return (
    <div className="add">
      <label>
        <span>Suivre un financement</span>
        <input
          ref={input}
          className="field"
          type="search"
          value={words}
          autoComplete="off"
          placeholder="Un titre, un financeur"
          onChange={({ target }) => setWords(target.value)}
        />
      </label>
      {own.length > 1 && (
        <ul>
          {found.map((opportunity) => (
            <li key={opportunity.slug}>
              <button
                type="button"
                className="button quiet"
                disabled={isFollowed(opportunity.slug)}
                onClick={() => add(opportunity.title, opportunity.slug, followedCells(opportunity))}
              >
                {opportunity.title}
                <span className="soft">
                  {' '}
                  {opportunity.funder.name}
                  {isFollowed(opportunity.slug) && ', déjà suivi'}
                </span>
              </button>
            </li>
          ))}
          <li>
            <button
              type="button"
              className="button quiet"
              onClick={() => add(own, `libre-${crypto.randomUUID()}`, { title: own })}
            >
              Ajouter « {own} », hors de la veille
            </button>
          </li>
        </ul>
      )}
      {opportunities === null && (
        <p className="soft">La veille n’arrive pas jusqu’ici : ajoutez un financement à la main.</p>
      )}
    </div>
  );
}
