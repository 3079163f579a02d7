import { useEffect } from 'react';
import { typeset } from '#domain/typography.ts';
import { saveBoard } from './save.ts';
import type { StorageRefusal } from './store.ts';
import type { LiveBoard } from './use-board.ts';

const WORDS: Readonly<Record<StorageRefusal, string>> = {
  full: 'Ce navigateur n’a plus de place : vos derniers gestes ne sont que dans cette page. Enregistrez le fichier maintenant.',
  forbidden:
    'Ce navigateur refuse de garder le tableau (fenêtre privée, ou réglages) : il disparaîtra avec cette page. Enregistrez le fichier avant de partir.',
};

/** Why the browser keeps nothing, and the file instead; one is asked before leaving what is nowhere else. */
export function Refused({ live, tell }: { live: LiveBoard; tell: (words: string) => void }) {
  const { refusal, atRisk } = live;
  useEffect(() => {
    if (!atRisk) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [atRisk]);
  if (!refusal) return null;
  return (
    <div className="card refused">
      <p className="fault" role="alert">
        {typeset(WORDS[refusal])}
      </p>
      <button className="button" type="button" onClick={() => tell(saveBoard(live))}>
        Enregistrer le fichier
      </button>
    </div>
  );
}
