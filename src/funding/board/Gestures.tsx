import { useEffect } from 'react';
import { typeset } from '#domain/typography.ts';
import type { LiveBoard } from './use-board.ts';

interface Props {
  live: LiveBoard;
  /** What has just happened, as it is said. */
  said: string;
  tell: (words: string) => void;
}

/** What has just happened, and the way back: a bar that stays at the bottom of the screen. */
export function Gestures({ live, said, tell }: Props) {
  const { canUndo, canRedo, undo, redo } = live;
  useUndoKeys(undo, redo);
  const isIdle = said === '' && canUndo === undefined && canRedo === undefined;
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
    <div className={isIdle ? 'bar idle' : 'bar'}>
      <p className="said" role="status">
        {said}
      </p>
      <div className="buttons">
        {button('Annuler', canUndo, 'Control+Z', undo, 'Annulé')}
        {button('Refaire', canRedo, 'Control+Shift+Z', redo, 'Refait')}
      </div>
    </div>
  );
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
