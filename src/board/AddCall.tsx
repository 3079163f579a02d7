import { useMemo, useRef, useState } from 'react';
import type { WatchRecord } from '../domain/watch.ts';
import { keyOf } from '../places/normalise.ts';
import type { Board, Write } from './board.ts';

interface Props {
  board: Board;
  /** The calls of the watch; undefined while they come, null when they do not. */
  calls: readonly WatchRecord[] | null | undefined;
  act: (words: string, writes: readonly Write[]) => void;
}

const MOST = 8;

/** The writes that follow a call of the watch; one that was put away comes back. */
export function followWrites(call: WatchRecord, at: number): Write[] {
  const { slug, title, funder, rhythm, windows } = call;
  return [
    {
      card: slug,
      cells: {
        slug,
        title,
        funder: funder.name,
        calendar: JSON.stringify({ rhythm, windows }),
        state: 'study',
        addedAt: at,
        deleted: false,
      },
    },
  ];
}

/** Finds a call of the watch, or writes another one by hand. */
export function AddCall({ board, calls, act }: Props) {
  const [words, setWords] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const found = useMemo(() => {
    const asked = keyOf(words);
    if (asked.length < 2) return [];
    return (calls ?? []).filter(({ title, funder }) => keyOf(`${title} ${funder.name}`).includes(asked)).slice(0, MOST);
  }, [words, calls]);
  const isFollowed = (slug: string) => board[slug] !== undefined && board[slug].cells['deleted']?.value !== true;
  const done = () => {
    setWords('');
    input.current?.focus();
  };
  const free = () => {
    const now = Date.now();
    act('Ajouter un financement', [
      { card: `libre-${crypto.randomUUID()}`, cells: { title: words.trim(), state: 'study', addedAt: now } },
    ]);
    done();
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
                  done();
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
