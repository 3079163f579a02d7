import { useMemo, useRef, useState } from 'react';
import type { WatchRecord } from '../search/search.ts';
import { keyOf } from '#places/normalise.ts';
import type { Board, Value, Write } from './board.ts';

interface Props {
  board: Board;
  /** The calls of the watch; undefined while they come, null when they do not. */
  calls: readonly WatchRecord[] | null | undefined;
  act: (words: string, writes: readonly Write[]) => void;
  /** Called with what was added, in words. */
  onAdded: (title: string) => void;
}

const MOST = 8;

/** What a card takes from the watch. */
const watchCells = ({ slug, title, funder, rhythm, windows }: WatchRecord): Record<string, Value> => ({
  slug,
  title,
  funder: funder.name,
  calendar: JSON.stringify({ rhythm, windows }),
});

/** The writes that follow a call of the watch; one that was put away comes back. */
export const followWrites = (call: WatchRecord, at: number): Write[] => [
  { card: call.slug, cells: { ...watchCells(call), state: 'study', addedAt: at, deleted: false } },
];

/** The writes that bring the followed calls up to what the watch says now: a deadline may have moved since. */
export const freshWrites = (board: Board, calls: readonly WatchRecord[]): Write[] =>
  calls.flatMap((call) => {
    const card = board[call.slug];
    if (card?.cells['slug']?.value !== call.slug) return [];
    const changed = Object.entries(watchCells(call)).filter(([name, value]) => card.cells[name]?.value !== value);
    return changed.length === 0 ? [] : [{ card: call.slug, cells: Object.fromEntries(changed) }];
  });

/** Finds a call of the watch, or writes another one by hand. */
export function AddCall({ board, calls, act, onAdded }: Props) {
  const [words, setWords] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const found = useMemo(() => {
    const asked = keyOf(words);
    if (asked.length < 2) return [];
    return (calls ?? []).filter(({ title, funder }) => keyOf(`${title} ${funder.name}`).includes(asked)).slice(0, MOST);
  }, [words, calls]);
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
          {found.map((call) => (
            <li key={call.slug}>
              <button
                type="button"
                className="button quiet"
                disabled={isFollowed(call.slug)}
                onClick={() => {
                  act(`Suivre « ${call.title} »`, followWrites(call, Date.now()));
                  done(call.title);
                }}
              >
                {call.title}
                <span className="soft">
                  {' '}
                  {call.funder.name}
                  {isFollowed(call.slug) && ', déjà suivi'}
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
      {calls === null && <p className="soft">La veille n’arrive pas jusqu’ici : ajoutez un financement à la main.</p>}
    </div>
  );
}
