import { useEffect, useRef, useState } from 'react';
import type { Write } from './board.ts';
import type { Followed } from './view.ts';

interface Props {
  card: Followed;
  act: (words: string, writes: readonly Write[]) => void;
}

/** Typing is one gesture when the hand rests this long. */
const REST_MS = 500;

/** The notes of an opportunity, kept when the hand rests and when one leaves. */
export function Notes({ card: { id, notes, versions }, act }: Props) {
  const [text, setText] = useState(notes);
  const written = useRef(notes);
  const latest = useRef(text);
  latest.current = text;
  /** What the text comes from: notes that another tab writes meanwhile are not among them, and stay. */
  const seen = useRef(versions);
  const keep = () => {
    if (latest.current === written.current) return;
    written.current = latest.current;
    act('Notes', [{ card: id, notes: latest.current, seen: seen.current }]);
  };
  useEffect(() => {
    // What comes from another tab or from « Annuler » is shown, unless one is writing: it is then not read yet.
    if (latest.current !== written.current) return;
    written.current = notes;
    seen.current = versions;
    setText(notes);
  }, [notes, versions]);
  useEffect(() => {
    const timer = setTimeout(keep, REST_MS);
    return () => clearTimeout(timer);
  });
  useEffect(() => keep, []);
  return (
    <label className="notes">
      <span>Notes</span>
      <textarea
        className="field"
        rows={5}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={keep}
      />
      {versions.length > 1 && (
        <small>Deux personnes ont écrit chacune de son côté&nbsp;: gardez ce qu’il faut, rien n’est perdu.</small>
      )}
    </label>
  );
}
