import { useEffect, useRef } from 'react';
import { AmountInput } from './AmountInput.tsx';
import type { Value, Write } from './board.ts';
import { ENGAGEMENTS, type Engagement, type EngagementKind, type Followed, type Task } from './view.ts';

interface Props {
  card: Followed;
  part: 'task' | 'engagement';
  act: (words: string, writes: readonly Write[]) => void;
}

/** A new part’s name: parts stand in the order in which they were added. */
const newId = (): string => `${Date.now().toString(36)}${crypto.randomUUID().slice(0, 4)}`;

const WORDS = {
  task: { one: 'Tâche', title: 'À faire', add: 'Ajouter une tâche' },
  engagement: { one: 'Engagement', title: 'Ce à quoi l’on s’engage', add: 'Ajouter un engagement' },
} as const;

/** Tasks, or what was promised once the money is obtained. */
export function Parts({ card, act, part }: Props) {
  const words = WORDS[part];
  const list: readonly (Task | Engagement)[] = part === 'task' ? card.tasks : card.engagements;
  const box = useRef<HTMLFieldSetElement>(null);
  const adding = useRef<HTMLButtonElement>(null);
  const added = useRef<string>(undefined);
  const set = (id: string, cells: Record<string, Value>) => {
    const named = Object.entries(cells).map(([key, value]) => [`${part}.${id}.${key}`, value]);
    act(words.one, [{ card: card.id, cells: Object.fromEntries(named) as Record<string, Value> }]);
  };
  // A line that was just added waits to be written.
  useEffect(() => {
    if (added.current === undefined) return;
    box.current?.querySelector<HTMLElement>(`[data-part="${added.current}"] .field`)?.focus();
    added.current = undefined;
  }, [list]);
  return (
    <fieldset className="parts" ref={box}>
      <legend>{words.title}</legend>
      <ul>
        {list.map((each) => (
          <Part
            key={each.id}
            {...{ each }}
            set={(cells) => set(each.id, cells)}
            remove={() => {
              set(each.id, { deleted: true });
              adding.current?.focus();
            }}
          />
        ))}
      </ul>
      <button
        ref={adding}
        className="button quiet"
        type="button"
        onClick={() => {
          added.current = newId();
          set(added.current, part === 'task' ? { text: '' } : { kind: 'report', label: '' });
        }}
      >
        {words.add}
      </button>
    </fieldset>
  );
}

interface PartProps {
  each: Task | Engagement;
  set: (cells: Record<string, Value>) => void;
  remove: () => void;
}

/** One line: whether it is done, what it is, by when, how much. */
function Part({ each, set, remove }: PartProps) {
  const isEngagement = 'kind' in each;
  const [key, text] = isEngagement ? (['label', each.label] as const) : (['text', each.text] as const);
  const name = text || (isEngagement ? ENGAGEMENTS[each.kind] : 'tâche sans titre');
  return (
    <li data-part={each.id}>
      <label className="tick">
        <input type="checkbox" checked={each.done} onChange={({ target }) => set({ done: target.checked })} />
        <span className="visually-hidden">Fait&nbsp;: {name}</span>
      </label>
      {isEngagement && (
        <select
          className="field"
          aria-label="Engagement"
          value={each.kind}
          onChange={({ target }) => set({ kind: target.value })}
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
        aria-label={isEngagement ? `Précision, ${ENGAGEMENTS[each.kind]}` : 'Tâche'}
        placeholder={isEngagement ? 'Précision' : 'Que faut-il faire\u202f?'}
        key={text}
        defaultValue={text}
        autoComplete="off"
        onBlur={({ target }) => target.value !== text && set({ [key]: target.value })}
      />
      <input
        className="field"
        type="date"
        aria-label={`Pour le, ${name}`}
        key={each.due}
        defaultValue={each.due ?? ''}
        onBlur={({ target }) => target.value !== (each.due ?? '') && set({ due: target.value || null })}
      />
      {isEngagement && each.kind === 'payment' && (
        <AmountInput label="Montant du versement" value={each.amount} quiet onChange={(amount) => set({ amount })} />
      )}
      <button className="button quiet" type="button" aria-label={`Retirer\u00a0: ${name}`} onClick={remove}>
        ×
      </button>
    </li>
  );
}
