import { useEffect, useState } from 'react';
import { typeset } from '#domain/typography.ts';
import type { LiveBoard } from './use-board.ts';

/** A sentence, of which nobody else says when it was said. */
interface Said {
  words: string;
}

interface Props {
  live: LiveBoard;
  /** What was last said: another object each time. */
  said: Said;
  tell: (words: string) => void;
}

/** How long the bar stays over the cards, in milliseconds: it then waits below them. */
const FRESH = 10_000;

/** What has just happened, and the way back: a bar at the bottom of the screen for a while, then below the board. */
export function Gestures({ live, said, tell }: Props) {
  const { gesture, canUndo, canRedo, undo, redo } = live;
  useUndoKeys(undo, redo);
  const told = useTold(said, gesture);
  const fresh = useFresh(told);
  const isIdle = told.words === '' && canUndo === undefined && canRedo === undefined;
  // A disabled button would lose the focus of who undoes one gesture after another.
  const button = (name: string, words: string | undefined, keys: string, go: () => void, done: string) => (
    <button
      type="button"
      className="button quiet"
      aria-disabled={words === undefined}
      aria-keyshortcuts={keys}
      onClick={() => {
        if (words === undefined) return;
        go();
        tell(typeset(`${done} : ${words}.`));
      }}
    >
      {name}
      {words !== undefined && <span className="visually-hidden">&nbsp;: {typeset(words)}</span>}
    </button>
  );
  return (
    <div className={['bar', isIdle ? 'idle' : '', fresh ? 'fresh' : ''].join(' ')}>
      <p className="said" role="status">
        {told.words}
      </p>
      <div className="buttons">
        {button('Annuler', canUndo, 'Control+Z', undo, 'Annulé')}
        {button('Refaire', canRedo, 'Control+Shift+Z', redo, 'Refait')}
      </div>
    </div>
  );
}

/** What was said last, or else what was done since: « Annuler » undoes nothing else. */
function useTold(said: Said, gesture: LiveBoard['gesture']): Said {
  const [last, setLast] = useState({ said, gesture, told: said });
  if (last.said === said && last.gesture === gesture) return last.told;
  const told = last.said === said ? { words: gesture === undefined ? '' : typeset(`${gesture.words}.`) } : said;
  setLast({ said, gesture, told });
  return told;
}

/** True for a while after something was told. */
function useFresh(told: Said): boolean {
  const [over, setOver] = useState<Said>();
  useEffect(() => {
    if (told.words === '') return undefined;
    const timer = setTimeout(() => setOver(told), FRESH);
    return () => clearTimeout(timer);
  }, [told]);
  return told.words !== '' && over !== told;
}

function useUndoKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
      if (typing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      event.preventDefault();
      if (event.shiftKey) redo();
      else undo();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [undo, redo]);
}
