import { useEffect, useRef, useState } from 'react';
import { count } from '#domain/numbers.ts';
import { joinWords } from '#domain/french.ts';
import { typeset } from '#domain/typography.ts';
import type { FormAnswers } from './answers.ts';
import type { Merge } from './merge.ts';
import type { LiveDraft } from './use-draft.ts';

/** A file that was put together with the answers of the page. */
export interface Reunited {
  /** Of the file. */
  name: string;
  merge: Merge;
  /** The answers as they were. */
  before: FormAnswers;
}

/** What a file brought, and the way back: the other answers stay a button away, so that neither is lost. */
export function Reunion({ reunited: { name, merge, before }, live }: { reunited: Reunited; live: LiveDraft }) {
  const [other, setOther] = useState(before);
  const [undone, setUndone] = useState(false);
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => words.current?.focus(), []);
  const swap = () => {
    const now = live.draft.answers;
    live.change(() => other);
    setOther(now);
    setUndone(!undone);
  };
  return (
    <div className="notice">
      <p ref={words} tabIndex={-1} role="status">
        {typeset(
          undone
            ? `Vos réponses sont revenues comme avant « ${name} ».`
            : `« ${name} » est réuni avec vos réponses : ${brought(merge)}. Rien n’est perdu.`,
        )}
      </p>
      <button className="button quiet" type="button" onClick={swap}>
        {undone ? 'Réunir de nouveau' : 'Séparer de nouveau'}
      </button>
    </div>
  );
}

function brought({ joined, filled, conflicts }: Merge): string {
  const parts = [
    joined > 0 && count(joined, 'personne ajoutée', 'personnes ajoutées'),
    filled > 0 && count(filled, 'réponse reprise', 'réponses reprises'),
    conflicts.length > 0 && count(conflicts.length, 'réponse choisie', 'réponses choisies'),
  ].filter((part) => part !== false);
  return parts.length > 0 ? joinWords(parts) : 'il ne dit rien de plus qu’elles';
}
