import { useEffect, useRef, useState } from 'react';
import type { Value, Write } from './board.ts';
import { ENGAGEMENTS, STATE_NAMES, STATES, type EngagementKind, type Followed } from './view.ts';

interface Props {
  card: Followed;
  act: (words: string, writes: readonly Write[]) => void;
  onClose: () => void;
}

/** Typing is one gesture when the hand rests this long. */
const REST_MS = 500;

const euros = (text: string): number | null => {
  const value = Number(text.replace(/[\s\u202f€]/g, '').replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) || value < 0 ? null : value;
};

/** At most three letters each, in capitals. */
const initials = (text: string): string =>
  text
    .split(/[\s,;]+/)
    .map((each) =>
      each
        .replace(/[^\p{L}]/gu, '')
        .slice(0, 3)
        .toUpperCase(),
    )
    .filter(Boolean)
    .join(' ');

/** A new part’s name: parts stand in the order in which they were added. */
const newId = (): string => `${Date.now().toString(36)}${crypto.randomUUID().slice(0, 4)}`;

/** All there is to say of a followed call, in a dialog. */
export function Details({ card, act, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { id, title } = card;
  const set = (words: string, cells: Record<string, Value>) => act(words, [{ card: id, cells }]);
  const text = (label: string, name: string, value: string, type = 'text') => (
    <label>
      <span>{label}</span>
      <input
        className="field"
        {...{ type }}
        key={value}
        defaultValue={value}
        autoComplete="off"
        onBlur={({ target }) => target.value !== value && set(label, { [name]: target.value || null })}
      />
    </label>
  );
  const amount = (label: string, name: string, value: number | undefined) => (
    <label>
      <span>{label} (€)</span>
      <input
        className="field"
        inputMode="decimal"
        key={value}
        defaultValue={value === undefined ? '' : String(value).replace('.', ',')}
        autoComplete="off"
        onBlur={({ target }) => {
          const next = euros(target.value);
          if (next !== (value ?? null)) set(label, { [name]: next });
        }}
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
        {amount('Demandé', 'asked', card.asked)}
        {amount('Obtenu', 'obtained', card.obtained)}
        <label>
          <span>Qui s’en occupe</span>
          <input
            className="field"
            key={card.people}
            defaultValue={card.people}
            aria-describedby="aide-initiales"
            autoComplete="off"
            onBlur={({ target }) => {
              const next = initials(target.value);
              target.value = next;
              if (next !== card.people) set('Qui s’en occupe', { people: next || null });
            }}
          />
          <small id="aide-initiales">Des initiales suffisent, par exemple : AB CDE.</small>
        </label>
      </div>
      <Notes {...{ card, act }} />
      <Parts {...{ card, act }} part="task" />
      {card.state === 'won' && <Parts {...{ card, act }} part="engagement" />}
      <p>
        <button
          className="button quiet"
          type="button"
          onClick={() => {
            set('Ne plus suivre', { deleted: true });
            dialog.current?.close();
          }}
        >
          Ne plus suivre
        </button>
      </p>
    </dialog>
  );
}

/** Kept when the hand rests, and when one leaves. */
function Notes({ card, act }: Pick<Props, 'card' | 'act'>) {
  const [text, setText] = useState(card.notes);
  const written = useRef(card.notes);
  const latest = useRef(text);
  latest.current = text;
  const { id } = card;
  const keep = () => {
    if (latest.current === written.current) return;
    written.current = latest.current;
    act('Notes', [{ card: id, notes: latest.current }]);
  };
  // What comes from another tab or from « Annuler » replaces what is shown, unless one is writing.
  useEffect(() => {
    if (latest.current !== written.current) return;
    written.current = card.notes;
    setText(card.notes);
  }, [card.notes]);
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
      {card.notesApart && (
        <small>Deux personnes ont écrit chacune de son côté : gardez ce qu’il faut, rien n’est perdu.</small>
      )}
    </label>
  );
}

/** Tasks, or what was promised once the money is obtained. */
function Parts({ card, act, part }: Pick<Props, 'card' | 'act'> & { part: 'task' | 'engagement' }) {
  const isTask = part === 'task';
  const name = isTask ? 'Tâche' : 'Engagement';
  const list = isTask ? card.tasks : card.engagements;
  const set = (id: string, cells: Record<string, Value>) =>
    act(name, [
      {
        card: card.id,
        cells: Object.fromEntries(Object.entries(cells).map(([key, value]) => [`${part}.${id}.${key}`, value])),
      },
    ]);
  return (
    <fieldset className="parts">
      <legend>{isTask ? 'À faire' : 'Ce à quoi l’on s’engage'}</legend>
      <ul>
        {list.map((each) => (
          <li key={each.id}>
            <label className="tick">
              <input
                type="checkbox"
                checked={each.done}
                onChange={({ target }) => set(each.id, { done: target.checked })}
              />
              <span className="visually-hidden">Fait</span>
            </label>
            {'kind' in each && (
              <select
                className="field"
                aria-label="Engagement"
                value={each.kind}
                onChange={({ target }) => set(each.id, { kind: target.value })}
                autoComplete="off"
              >
                {(Object.keys(ENGAGEMENTS) as EngagementKind[]).map((kind) => (
                  <option key={kind} value={kind}>
                    {ENGAGEMENTS[kind]}
                  </option>
                ))}
              </select>
            )}
            <input
              className="field"
              aria-label={isTask ? 'Tâche' : 'Précision'}
              key={'text' in each ? each.text : each.label}
              defaultValue={'text' in each ? each.text : each.label}
              autoComplete="off"
              onBlur={({ target }) => {
                const [key, former] =
                  'text' in each ? (['text', each.text] as const) : (['label', each.label] as const);
                if (target.value !== former) set(each.id, { [key]: target.value });
              }}
            />
            <input
              className="field"
              type="date"
              aria-label="Pour le"
              key={each.due}
              defaultValue={each.due ?? ''}
              onBlur={({ target }) => target.value !== (each.due ?? '') && set(each.id, { due: target.value || null })}
            />
            {'kind' in each && each.kind === 'payment' && (
              <input
                className="field amount"
                inputMode="decimal"
                aria-label="Montant du versement, en euros"
                placeholder="€"
                key={each.amount}
                defaultValue={each.amount ?? ''}
                onBlur={({ target }) => set(each.id, { amount: euros(target.value) })}
              />
            )}
            <button
              className="button quiet"
              type="button"
              aria-label={`Retirer : ${('text' in each ? each.text : each.label) || name}`}
              onClick={() => set(each.id, { deleted: true })}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <button
        className="button quiet"
        type="button"
        onClick={() => set(newId(), isTask ? { text: '' } : { kind: 'report', label: '' })}
      >
        {isTask ? 'Ajouter une tâche' : 'Ajouter un engagement'}
      </button>
    </fieldset>
  );
}
