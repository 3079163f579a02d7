import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { notesText, type Version, type Write } from './board.ts';
import type { Followed } from './view.ts';

interface Props {
  card: Followed;
  act: (words: string, writes: readonly Write[]) => void;
}

/** What is typed and not kept yet. */
interface Typed {
  text: string;
  /** What the text comes from: notes that another tab writes meanwhile are not among them, and stay. */
  seen: readonly Version[];
}

/** Typing is one gesture when the hand rests this long. */
const REST_MS = 500;

/** The notes of an opportunity, kept when the hand rests and when one leaves. */
export function Notes({ card: { id, notes, versions }, act }: Props) {
  // What comes from another tab or from « Annuler » is shown, unless one is writing: it is then not read yet.
  const [typed, setTyped] = useState<Typed>();
  /** What was just kept: one may leave before it is drawn again. */
  const kept = useRef<Typed>(undefined);
  const keep = () => {
    if (!typed || typed === kept.current) return;
    kept.current = typed;
    setTyped(undefined);
    if (typed.text !== notesText(typed.seen)) act('Notes', [{ card: id, notes: typed.text, seen: typed.seen }]);
  };
  const onRest = useEffectEvent(keep);
  const onLeave = useEffectEvent(keep);
  useEffect(() => {
    if (!typed) return undefined;
    const timer = setTimeout(() => onRest(), REST_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => () => onLeave(), []);
  return (
    <label className="notes">
      <span>Notes</span>
      <textarea
        className="field"
        rows={5}
        value={typed ? typed.text : notes}
        onChange={({ target }) => setTyped((before) => ({ text: target.value, seen: before?.seen ?? versions }))}
        onBlur={keep}
      />
      {versions.length > 1 && (
        <small>Deux personnes ont écrit chacune de son côté&nbsp;: gardez ce qu’il faut, rien n’est perdu.</small>
      )}
    </label>
  );
}
