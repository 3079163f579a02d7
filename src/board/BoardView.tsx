import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { dayInFrance } from '../domain/clock.ts';
import type { WatchRecord } from '../domain/watch.ts';
import { keyOf } from '../places/normalise.ts';
import { AddCall, followWrites } from './AddCall.tsx';
import { Column } from './Column.tsx';
import { Details } from './Details.tsx';
import { Tools } from './Tools.tsx';
import { TotalsView } from './TotalsView.tsx';
import { useBoard } from './use-board.ts';
import { duesOf, followedCalls, STATE_NAMES, STATES, type Followed, type State } from './view.ts';

/** Columns are ordered by what comes first: the next day of each call, then its age. */
const nextDay = (card: Followed): string => duesOf(card)[0]?.day ?? '9999';

/** The follow-up board: its columns, a call’s details, what it all adds up to. */
export function BoardView({ src }: { src: string }) {
  const live = useBoard();
  const { board, ready, act } = live;
  const [calls, setCalls] = useState<readonly WatchRecord[] | null>();
  const [said, setSaid] = useState('');
  const [opened, setOpened] = useState<string>();
  const [state, setState] = useState<State>('study');
  const [words, setWords] = useState('');
  const today = dayInFrance(new Date());

  useEffect(() => {
    fetch(src)
      .then((response) => (response.ok ? (response.json() as Promise<WatchRecord[]>) : Promise.reject(new Error(src))))
      .then(setCalls, () => setCalls(null));
  }, [src]);

  // « Suivre », on a call’s page, leads here with its slug.
  const followed = useRef(false);
  useEffect(() => {
    const slug = new URLSearchParams(location.search).get('suivre');
    const call = calls?.find((each) => each.slug === slug);
    if (!ready || !call || followed.current) return;
    followed.current = true;
    history.replaceState(history.state, '', location.pathname);
    if (board[call.slug] && board[call.slug]?.cells['deleted']?.value !== true) {
      setSaid(`« ${call.title} » est déjà dans votre tableau.`);
      return;
    }
    act(`Suivre « ${call.title} »`, followWrites(call, Date.now()));
    setSaid(`« ${call.title} » est dans votre tableau, à étudier.`);
  }, [calls, ready, board, act]);

  const all = useMemo(() => followedCalls(board), [board]);
  const asked = keyOf(words);
  const columns = useMemo(() => {
    const shown = all.filter(
      ({ title, funder, people, notes }) =>
        asked === '' || keyOf(`${title} ${funder} ${people} ${notes}`).includes(asked),
    );
    const groups = Map.groupBy(shown, (card) => card.state);
    return STATE_NAMES.map((name) => ({
      name,
      cards: (groups.get(name) ?? []).toSorted((a, b) =>
        nextDay(a) < nextDay(b) ? -1 : nextDay(a) > nextDay(b) ? 1 : 0,
      ),
    }));
  }, [all, asked]);

  const onMove = useCallback(
    (id: string, to: State) => {
      act(`Déplacer vers « ${STATES[to]} »`, [{ card: id, cells: { state: to } }]);
      setSaid(`Déplacé vers « ${STATES[to]} ».`);
      // The card is drawn again in another column: the focus goes with it.
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`#carte-${CSS.escape(id)} select`)?.focus());
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

  if (!ready) return <p className="waiting">Le tableau s’ouvre.</p>;
  const card = all.find(({ id }) => id === opened);
  return (
    <div className="follow-up">
      {live.refusal && (
        <p className="fault card" role="alert">
          {live.refusal === 'full'
            ? 'Ce navigateur n’a plus de place\u00a0: vos derniers gestes ne sont que dans cette page. Enregistrez le fichier maintenant.'
            : 'Ce navigateur refuse de garder le tableau (fenêtre privée, ou réglages)\u00a0: il disparaîtra avec cette page. Enregistrez le fichier avant de partir.'}
        </p>
      )}
      <div className="top">
        <AddCall {...{ board, calls, act }} />
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
      <p className="said" role="status">
        {said}
      </p>
      {all.length === 0 ? (
        <div className="card">
          <h2>Le tableau est vide, comme une table avant le service</h2>
          <p>
            Parcourez <a href="/financements/">la veille</a> et appuyez sur « Suivre », cherchez un financement
            ci-dessus, ou réunissez avec le fichier d’une coéquipière.
          </p>
        </div>
      ) : (
        <>
          <div className="choice states" role="group" aria-label="Colonne à montrer">
            {columns.map(({ name, cards }) => (
              <button
                key={name}
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
      <TotalsView cards={all} />
      {card && <Details key={card.id} card={card} act={act} onClose={() => setOpened(undefined)} />}
    </div>
  );
}
