import { memo, type DragEvent } from 'react';
import { formatDate } from '#domain/date-words.ts';
import { deadlineState } from '#domain/deadlines.ts';
import { capitalised } from '#domain/french.ts';
import { formatEuros } from '#domain/numbers.ts';
import type { Change } from '../changes/changes.ts';
import { sayChange } from '../changes/change-words.ts';
import { sayDeadline } from '#domain/deadline-words.ts';
import { sayTogether } from '../together/words.ts';
import { PrintedCard } from './PrintedCard.tsx';
import { promisesOf, STATE_NAMES, STATES, type Followed, type State } from './view.ts';

/** What a dragged card is called: nothing else can be dropped on a column. */
export const CARD_TYPE = 'application/x-suivi-financement';

interface Props {
  card: Followed;
  /** `YYYY-MM-DD`, in France. */
  today: string;
  /** The last thing that happened to it in the watch. */
  change: Change | undefined;
  /** How many cantines answer it together; undefined when nobody does. */
  together: number | undefined;
  printing: boolean;
  onMove: (id: string, state: State) => void;
  onOpen: (id: string) => void;
}

const money = ({ state, asked, obtained }: Followed): string | undefined => {
  if (state === 'won' && obtained !== undefined) return `${formatEuros(obtained)} obtenus`;
  return asked === undefined ? undefined : `${formatEuros(asked)} demandés`;
};

/** A followed opportunity in its column: dragged, or moved by its menu. Drawn again only when it changes. */
export const CardView = memo(function CardView({ card, today, change, together, printing, onMove, onOpen }: Props) {
  const { id, title, funder, state, people, deadline, calendar } = card;
  const chip =
    state === 'study' || state === 'writing'
      ? sayDeadline(
          deadlineState(
            deadline === undefined
              ? (calendar ?? { rhythm: 'unknown', windows: [] })
              : { rhythm: 'unknown', windows: [{ closesOn: deadline }] },
            today,
          ),
          today,
        )
      : undefined;
  const [next] = promisesOf(card);
  const facts = [funder, money(card), people].filter((fact) => fact !== undefined && fact !== '');
  const drag = (event: DragEvent) => {
    event.dataTransfer.setData(CARD_TYPE, id);
    event.dataTransfer.effectAllowed = 'move';
  };
  return (
    <li className="followed card" draggable onDragStart={drag} id={`carte-${id}`}>
      {chip && <span className={`chip ${chip.tone ?? ''}`}>{chip.words}</span>}
      <h3>
        <button type="button" className="open" onClick={() => onOpen(id)}>
          {title || 'Sans titre'}
        </button>
      </h3>
      {change && (
        <p className="change">
          <strong>{formatDate(change.on)}</strong>&nbsp;: {sayChange(change)}
        </p>
      )}
      {together !== undefined && (
        <p>
          <a href={`/financements/${card.slug}/#qui-repond`}>{capitalised(sayTogether(together))}</a>
        </p>
      )}
      {facts.length > 0 && <p className="soft">{facts.join(' · ')}</p>}
      {printing && <PrintedCard card={card} />}
      {next && !printing && (
        <p className={next.day < today ? 'soft late' : 'soft'}>
          {next.what}, {next.day < today ? 'attendu depuis le' : 'pour le'} {formatDate(next.day)}
        </p>
      )}
      <label className="move">
        <span className="visually-hidden">Déplacer « {title} » vers</span>
        <select
          className="field"
          value={state}
          autoComplete="off"
          onChange={({ target }) => onMove(id, target.value as State)}
        >
          {STATE_NAMES.map((name) => (
            <option key={name} value={name}>
              {STATES[name]}
            </option>
          ))}
        </select>
      </label>
    </li>
  );
});
