import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { typeset } from '#domain/typography.ts';
import { usePrinting } from '#forms/use-printing.ts';
import { AddOpportunity } from './AddOpportunity.tsx';
import { Columns } from './Columns.tsx';
import { Details } from './Details.tsx';
import { Gestures } from './Gestures.tsx';
import { Refused } from './Refused.tsx';
import { Tools } from './Tools.tsx';
import { TotalsView } from './TotalsView.tsx';
import { Unread } from './Unread.tsx';
import { useBoard } from './use-board.ts';
import { useChanges } from './use-changes.ts';
import { useTogether } from './use-together.ts';
import { useToday } from './use-today.ts';
import { useWatch } from './use-watch.ts';
import { followedOpportunities, type Followed, type State } from './view.ts';

/** The follow-up board: its columns, an opportunity’s details, what it all adds up to. */
export function BoardView({ src }: { src: string }) {
  const live = useBoard();
  const { board, act } = live;
  const [said, setSaid] = useState({ words: '' });
  const tell = useCallback((words: string) => setSaid({ words }), []);
  const [opened, setOpened] = useState<string>();
  const [chosen, setChosen] = useState<State>('study');
  const [words, setWords] = useState('');
  const today = useToday();
  const onAdded = (title: string) => {
    setChosen('study');
    tell(typeset(`« ${title} » est dans votre tableau, à étudier.`));
  };
  const opportunities = useWatch(src, live, { onAdded, tell });

  const all = useMemo(() => followedOpportunities(board), [board]);
  const news = useChanges(all, today);
  const together = useTogether(opportunities);
  const printing = usePrinting();
  // A letter shows at once; the columns and the totals follow.
  const sought = useDeferredValue(words);
  const summed = useDeferredValue(all);
  const card = all.find(({ id }) => id === opened);
  // No longer followed, undone, erased in another tab: it does not open again by itself when it comes back.
  if (opened !== undefined && !card) setOpened(undefined);

  if (!live.ready) return <p className="waiting">Le tableau s’ouvre.</p>;
  const stop = ({ id, title }: Followed) => {
    act(`Ne plus suivre « ${title} »`, [{ card: id, cells: { deleted: true } }]);
    tell(typeset(`« ${title} » n’est plus suivi : « Annuler » revient en arrière.`));
  };
  return (
    <div className="follow-up">
      <Refused live={live} tell={tell} />
      <Unread live={live} tell={tell} />
      <div className="top">
        <AddOpportunity {...{ board, opportunities, onAdded }} follow={live.follow} />
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
        <EmptyBoard />
      ) : (
        <Columns
          cards={all}
          words={sought}
          chosen={chosen}
          onChoose={setChosen}
          tell={tell}
          onOpen={setOpened}
          {...{ today, news, together, printing, act }}
        />
      )}
      <Tools live={live} cards={all} today={today} tell={tell} />
      <TotalsView cards={summed} printing={printing} />
      {card && (
        <Details key={card.id} card={card} act={act} onClose={() => setOpened(undefined)} onStop={() => stop(card)} />
      )}
      <Gestures live={live} said={said} tell={tell} />
    </div>
  );
}

const EmptyBoard = () => (
  <div className="card empty">
    <h2>Le tableau est vide, comme une table avant le service</h2>
    <p>
      Parcourez <a href="/financements/">la veille</a> et appuyez sur «&nbsp;Suivre&nbsp;», cherchez un financement
      ci-dessus, ou réunissez avec le fichier d’une coéquipière.
    </p>
  </div>
);
