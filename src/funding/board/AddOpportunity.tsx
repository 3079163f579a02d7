import { useMemo, useRef, useState } from 'react';
import { keyOf } from '#places/normalise.ts';
import type { OpportunityRecord } from '../search/questions.ts';
import type { Board, Value, Write } from './board.ts';

interface Props {
  board: Board;
  /** The opportunities of the watch; undefined while they come, null when they do not. */
  opportunities: readonly OpportunityRecord[] | null | undefined;
  act: (words: string, writes: readonly Write[]) => void;
  /** Called with what was added, in words. */
  onAdded: (title: string) => void;
}

const MOST = 8;

/** What a card takes from the watch. */
const watchCells = ({ slug, title, funder, rhythm, windows }: OpportunityRecord): Record<string, Value> => ({
  slug,
  title,
  funder: funder.name,
  calendar: JSON.stringify({ rhythm, windows }),
});

/** The writes that follow an opportunity of the watch; one that was put away comes back. */
export const followWrites = (opportunity: OpportunityRecord, at: number): Write[] => [
  { card: opportunity.slug, cells: { ...watchCells(opportunity), state: 'study', addedAt: at, deleted: false } },
];

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
export function AddOpportunity({ board, opportunities, act, onAdded }: Props) {
  const [words, setWords] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const found = useMemo(() => {
    const asked = keyOf(words);
    if (asked.length < 2) return [];
    return (opportunities ?? [])
      .filter(({ title, funder }) => keyOf(`${title} ${funder.name}`).includes(asked))
      .slice(0, MOST);
  }, [words, opportunities]);
  const isFollowed = (slug: string) => board[slug] !== undefined && board[slug].cells['deleted']?.value !== true;
  const done = (title: string) => {
    onAdded(title);
    setWords('');
    input.current?.focus();
  };
  const free = () => {
    const now = Date.now();
    const title = words.trim();
    act(`Suivre « ${title} »`, [
      { card: `libre-${crypto.randomUUID()}`, cells: { title, state: 'study', addedAt: now } },
    ]);
    done(title);
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
      {words.trim().length > 1 && (
        <ul>
          {found.map((opportunity) => (
            <li key={opportunity.slug}>
              <button
                type="button"
                className="button quiet"
                disabled={isFollowed(opportunity.slug)}
                onClick={() => {
                  act(`Suivre « ${opportunity.title} »`, followWrites(opportunity, Date.now()));
                  done(opportunity.title);
                }}
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
            <button type="button" className="button quiet" onClick={free}>
              Ajouter « {words.trim()} », hors de la veille
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
