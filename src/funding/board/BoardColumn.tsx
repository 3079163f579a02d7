import { memo, useState, type DragEvent } from 'react';
import type { Change } from '../changes/changes.ts';
import { CARD_TYPE, CardView } from './CardView.tsx';
import { focusCard } from './focus.ts';
import { STATES, type Followed, type State } from './view.ts';

interface Props {
  state: State;
  cards: readonly Followed[];
  today: string;
  news: ReadonlyMap<string, Change>;
  together: ReadonlyMap<string, number>;
  printing: boolean;
  /** On a small screen one column is shown at a time. */
  chosen: boolean;
  onMove: (id: string, state: State) => void;
  onOpen: (id: string) => void;
}

/** Cards laid at a time: a thousand would not be read, and would be slow. */
const PAGE = 20;

/** A state and its opportunities; a card may be dropped on it. Drawn again only when it changes. */
export const BoardColumn = memo(function BoardColumn({
  state,
  cards,
  today,
  news,
  together,
  printing,
  chosen,
  onMove,
  onOpen,
}: Props) {
  const [shown, setShown] = useState(PAGE);
  const [over, setOver] = useState(false);
  const left = cards.length - shown;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const id = event.dataTransfer.getData(CARD_TYPE);
    // A text or a file from elsewhere is no card.
    if (id !== '') onMove(id, state);
  };
  const more = () => {
    const next = cards[shown];
    setShown(shown + PAGE);
    if (next) focusCard(next.id, '.open', state);
  };
  return (
    <section
      className={['column', chosen ? 'chosen' : '', over ? 'over' : ''].join(' ')}
      aria-labelledby={`colonne-${state}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(CARD_TYPE)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2 id={`colonne-${state}`} tabIndex={-1}>
        {STATES[state]} <span className="soft">{cards.length}</span>
      </h2>
      <ul>
        {cards.slice(0, printing ? cards.length : shown).map((card) => (
          <CardView
            key={card.id}
            change={news.get(card.id)}
            together={together.get(card.slug ?? '')}
            {...{ card, today, printing, onMove, onOpen }}
          />
        ))}
      </ul>
      {cards.length === 0 && <p className="soft">Rien ici pour l’instant.</p>}
      {left > 0 && (
        <button className="button quiet" type="button" onClick={more}>
          Voir {Math.min(left, PAGE)} de plus<span className="visually-hidden"> dans « {STATES[state]} »</span>
        </button>
      )}
    </section>
  );
}, isSame);

function isSame({ cards: before, ...props }: Props, { cards: after, ...next }: Props): boolean {
  const names = Object.keys(props) as (keyof typeof props)[];
  return (
    names.every((name) => props[name] === next[name]) &&
    before.length === after.length &&
    before.every((card, rank) => card === after[rank])
  );
}
