import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { dayInFrance } from '#domain/days.ts';
import { typeset } from '#domain/typography.ts';
import type { OpportunityRecord } from '../search/questions.ts';
import { AddOpportunity, followWrites, freshWrites } from './AddOpportunity.tsx';
import { Column } from './Column.tsx';
import { columnsOf, sameColumns, type ColumnOf } from './columns.ts';
import { Details } from './Details.tsx';
import { focusCard } from './focus.ts';
import { Gestures } from './Gestures.tsx';
import { Refused } from './Refused.tsx';
import { Tools } from './Tools.tsx';
import { TotalsView } from './TotalsView.tsx';
import { useBoard } from './use-board.ts';
import { followedOpportunities, STATES, type Followed, type State } from './view.ts';

/** The follow-up board: its columns, an opportunity’s details, what it all adds up to. */
export function BoardView({ src }: { src: string }) {
  const live = useBoard();
  const { board, ready, act, learn } = live;
  const [opportunities, setOpportunities] = useState<readonly OpportunityRecord[] | null>();
  const [said, setSaid] = useState('');
  const [opened, setOpened] = useState<string>();
  const [state, setState] = useState<State>('study');
  const [words, setWords] = useState('');
  const today = dayInFrance(new Date());

  useEffect(() => {
    fetch(src)
      .then((response) =>
        response.ok ? (response.json() as Promise<OpportunityRecord[]>) : Promise.reject(new Error(src)),
      )
      .then(setOpportunities, () => setOpportunities(null));
  }, [src]);

  const onAdded = useCallback((title: string) => {
    setState('study');
    setSaid(typeset(`« ${title} » est dans votre tableau, à étudier.`));
  }, []);

  // « Suivre », on an opportunity’s page, leads here with its slug.
  const read = useRef(false);
  useEffect(() => {
    if (!ready || !opportunities || read.current) return;
    read.current = true;
    const fresh = freshWrites(board, opportunities);
    if (fresh.length > 0) learn(fresh);
    const slug = new URLSearchParams(location.search).get('suivre');
    const opportunity = opportunities.find((each) => each.slug === slug);
    if (!opportunity) return;
    history.replaceState(history.state, '', location.pathname);
    if (board[opportunity.slug] && board[opportunity.slug]?.cells['deleted']?.value !== true) {
      setSaid(typeset(`« ${opportunity.title} » est déjà dans votre tableau.`));
      return;
    }
    act(typeset(`Suivre « ${opportunity.title} »`), followWrites(opportunity, Date.now()));
    onAdded(opportunity.title);
  }, [opportunities, ready, board, act, learn, onAdded]);

  const all = useMemo(() => followedOpportunities(board), [board]);
  // A letter shows at once; the columns and the totals follow.
  const sought = useDeferredValue(words);
  const summed = useDeferredValue(all);
  const drawn = useRef<readonly ColumnOf[]>([]);
  const columns = useMemo(() => sameColumns(drawn.current, columnsOf(all, sought, today)), [all, sought, today]);
  drawn.current = columns;

  const onMove = useCallback(
    (id: string, to: State) => {
      const column = drawn.current.find(({ cards }) => cards.some((each) => each.id === id));
      if (!column || column.name === to) return;
      act(`Déplacer vers « ${STATES[to]} »`, [{ card: id, cells: { state: to } }]);
      setSaid(typeset(`Déplacé vers « ${STATES[to]} ».`));
      // The card is drawn again in another column: the focus goes with it.
      focusCard(id, 'select', to);
    },
    [act],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
      if (typing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      event.preventDefault();
      if (event.shiftKey) live.redo();
      else live.undo();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [live]);

  const card = all.find(({ id }) => id === opened);
  const last = useRef<Followed>(undefined);
  last.current = card ?? last.current;
  const leave = useCallback(() => {
    setOpened(undefined);
    if (last.current) focusCard(last.current.id, '.open', last.current.state);
  }, []);
  // Its opportunity may go while it is open: no longer followed, undone, erased in another tab.
  useEffect(() => {
    if (opened !== undefined && !card) leave();
  }, [opened, card, leave]);

  if (!ready) return <p className="waiting">Le tableau s’ouvre.</p>;
  const stop = ({ id, title }: Followed) => {
    act(`Ne plus suivre « ${title} »`, [{ card: id, cells: { deleted: true } }]);
    setSaid(typeset(`« ${title} » n’est plus suivi : « Annuler » revient en arrière.`));
  };
  return (
    <div className="follow-up">
      <Refused live={live} tell={setSaid} />
      <div className="top">
        <AddOpportunity {...{ board, opportunities, act, onAdded }} />
        {all.length > 0 && (
          <label className="search">
            <span>Chercher dans le tableau</span>
            <input
              className="field"
              type="search"
              value={words}
              placeholder="Titre, financeur, initiales, note"
              autoComplete="off"
              onChange={({ target }) => setWords(target.value)}
            />
          </label>
        )}
      </div>
      {all.length === 0 ? (
        <div className="card empty">
          <h2>Le tableau est vide, comme une table avant le service</h2>
          <p>
            Parcourez <a href="/financements/">la veille</a> et appuyez sur «&nbsp;Suivre&nbsp;», cherchez un
            financement ci-dessus, ou réunissez avec le fichier d’une coéquipière.
          </p>
        </div>
      ) : (
        <>
          <div className="choice states" role="group" aria-label="Colonne à montrer">
            {columns.map(({ name, cards }) => (
              <button
                key={name}
                id={`voir-${name}`}
                type="button"
                className="button quiet"
                aria-pressed={state === name}
                onClick={() => setState(name)}
              >
                {STATES[name]} {cards.length}
              </button>
            ))}
          </div>
          <div className="columns">
            {columns.map(({ name, cards }) => (
              <Column
                key={name}
                state={name}
                cards={cards}
                today={today}
                chosen={state === name}
                onMove={onMove}
                onOpen={setOpened}
              />
            ))}
          </div>
        </>
      )}
      <Tools live={live} cards={all} tell={setSaid} />
      <TotalsView cards={summed} />
      {card && <Details key={card.id} card={card} act={act} onClose={leave} onStop={() => stop(card)} />}
      <Gestures live={live} said={said} tell={setSaid} />
    </div>
  );
}
