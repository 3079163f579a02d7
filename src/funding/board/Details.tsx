import { useEffect, useEffectEvent, useRef } from 'react';
import { AmountInput } from './AmountInput.tsx';
import type { Value, Write } from './board.ts';
import { focusCard } from './focus.ts';
import { DossierPanel } from './DossierPanel.tsx';
import { Notes } from './Notes.tsx';
import { Parts } from './Parts.tsx';
import { readInitials } from './typed.ts';
import { STATE_NAMES, STATES, type Followed } from './view.ts';

interface Props {
  card: Followed;
  act: (words: string, writes: readonly Write[]) => void;
  onClose: () => void;
  /** The opportunity is no longer followed. */
  onStop: () => void;
}

/** All there is to say of a followed opportunity, in a dialog. */
export function Details({ card, act, onClose, onStop }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const onGone = useEffectEvent(() => focusCard(card.id, '.open', card.state));
  useEffect(() => {
    dialog.current?.showModal();
    // However it goes: closed, or its opportunity is no longer followed, undone, erased in another tab.
    return () => onGone();
  }, []);
  useEffect(() => {
    // A field is kept when one leaves it, and so when the page goes.
    const leave = () => document.activeElement instanceof HTMLElement && document.activeElement.blur();
    addEventListener('beforeunload', leave);
    // Before the board keeps its last writes.
    addEventListener('pagehide', leave, { capture: true });
    return () => {
      removeEventListener('beforeunload', leave);
      removeEventListener('pagehide', leave, { capture: true });
    };
  }, []);
  const { id, title } = card;
  const set = (words: string, cells: Record<string, Value>) => act(words, [{ card: id, cells }]);
  const text = (label: string, name: string, value: string, type = 'text') => (
    <label>
      <span>{label}</span>
      <input
        className="field"
        {...{ type }}
        // What comes from elsewhere replaces what is shown.
        key={value}
        defaultValue={value}
        autoComplete="off"
        onBlur={({ target }) => target.value !== value && set(label, { [name]: target.value || null })}
      />
    </label>
  );
  return (
    <dialog ref={dialog} className="details" aria-labelledby="titre-du-suivi" onClose={onClose}>
      <div className="head">
        <h2 id="titre-du-suivi">{title || 'Sans titre'}</h2>
        <button className="button quiet" type="button" onClick={() => dialog.current?.close()}>
          Fermer
        </button>
      </div>
      {card.slug && (
        <p>
          <a href={`/financements/${card.slug}/`}>La fiche dans la veille</a>
        </p>
      )}
      <div className="fields">
        {!card.slug && text('Titre', 'title', title)}
        {!card.slug && text('Financeur', 'funder', card.funder)}
        <label>
          <span>État</span>
          <select
            className="field"
            value={card.state}
            onChange={({ target }) => set('État', { state: target.value })}
            autoComplete="off"
          >
            {STATE_NAMES.map((name) => (
              <option key={name} value={name}>
                {STATES[name]}
              </option>
            ))}
          </select>
        </label>
        {text('À déposer avant le', 'deadline', card.deadline ?? '', 'date')}
        <AmountInput label="Demandé" value={card.asked} onChange={(asked) => set('Demandé', { asked })} />
        <AmountInput label="Obtenu" value={card.obtained} onChange={(obtained) => set('Obtenu', { obtained })} />
        <label>
          <span>Qui s’en occupe</span>
          <input
            className="field"
            key={card.people}
            defaultValue={card.people}
            aria-describedby="aide-initiales"
            autoComplete="off"
            onBlur={({ target }) => {
              const next = readInitials(target.value);
              target.value = next;
              if (next !== card.people) set('Qui s’en occupe', { people: next || null });
            }}
          />
          <small id="aide-initiales">Des initiales suffisent, par exemple&nbsp;: AB CDE.</small>
        </label>
      </div>
      <Notes {...{ card, act }} />
      <Parts {...{ card, act }} part="task" />
      {card.state === 'won' && <Parts {...{ card, act }} part="engagement" />}
      <DossierPanel card={card} />
      <p>
        <button className="button quiet" type="button" onClick={onStop}>
          Ne plus suivre
        </button>
      </p>
    </dialog>
  );
}
