import { useCallback, useEffect, useMemo, useRef } from 'react';
import { typeset } from '#domain/typography.ts';
import type { Change } from '../changes/changes.ts';
import { BoardColumn } from './BoardColumn.tsx';
import { boardColumns } from './columns.ts';
import { focusCard } from './focus.ts';
import type { LiveBoard } from './use-board.ts';
import { STATES, type Followed, type State } from './view.ts';

interface Props {
  cards: readonly Followed[];
  /** Only the opportunities that hold these words. */
  words: string;
  /** `YYYY-MM-DD`, in France. */
  today: string;
  /** What happened lately to an opportunity of the watch, by the id of its card. */
  news: ReadonlyMap<string, Change>;
  /** How many cantines answer an opportunity together, by its slug. */
  together: ReadonlyMap<string, number>;
  printing: boolean;
  /** On a small screen one column is shown at a time. */
  chosen: State;
  onChoose: (state: State) => void;
  act: LiveBoard['act'];
  tell: (words: string) => void;
  onOpen: (id: string) => void;
}

/** The columns of the board, and on a small screen the way to each. */
export function Columns({ cards, words, today, news, together, printing, chosen, onChoose, act, tell, onOpen }: Props) {
  const columns = useMemo(() => boardColumns(cards, words, today), [cards, words, today]);
  const onBoard = useRef(cards);
  useEffect(() => {
    onBoard.current = cards;
  }, [cards]);
  // The same at each render, for the columns of which nothing changes.
  const onMove = useCallback(
    (id: string, to: State) => {
      const card = onBoard.current.find((each) => each.id === id);
      if (!card || card.state === to) return;
      act(`Déplacer vers « ${STATES[to]} »`, [{ card: id, cells: { state: to } }]);
      tell(typeset(`Déplacé vers « ${STATES[to]} ».`));
      // The card is drawn again in another column: the focus goes with it.
      focusCard(id, 'select', to);
    },
    [act, tell],
  );
  return (
    <>
      <div className="choice states" role="group" aria-label="Colonne à montrer">
        {columns.map(({ name, cards: { length } }) => (
          <button
            key={name}
            id={`voir-${name}`}
            type="button"
            className="button quiet"
            aria-pressed={chosen === name}
            onClick={() => onChoose(name)}
          >
            {STATES[name]} {length}
          </button>
        ))}
      </div>
      <div className="columns">
        {columns.map((column) => (
          <BoardColumn
            key={column.name}
            state={column.name}
            cards={column.cards}
            chosen={chosen === column.name}
            {...{ today, news, together, printing, onMove, onOpen }}
          />
        ))}
      </div>
    </>
  );
}
