import { useEffect, useRef, useState } from 'react';
import { uncapitalised } from '#domain/french.ts';
import { count } from '#domain/numbers.ts';
import { typeset } from '#domain/typography.ts';
import { mayKeepBoth, type Choice, type Conflict, type Merge } from './merge.ts';
import { inWords } from './summary.ts';

interface Props {
  merge: Merge;
  /** Of the file. */
  name: string;
  onDone: (choices: readonly Choice[]) => void;
  onCancel: () => void;
}

const TITLE_ID = 'reunir';
const FAULT_ID = 'reunir-erreur';

/** What two team-mates answered differently, side by side: one chooses. */
export function MergePanel({ merge: { conflicts }, name, onDone, onCancel }: Props) {
  const [choices, setChoices] = useState<readonly (Choice | undefined)[]>(conflicts.map(() => undefined));
  const [asked, setAsked] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const known = choices.filter((choice) => choice !== undefined);
  const left = conflicts.length - known.length;
  const choose = (rank: number, choice: Choice) => setChoices(choices.map((one, at) => (at === rank ? choice : one)));
  const done = () => {
    setAsked(true);
    if (left === 0) onDone(known);
    else document.getElementById(`reunir-${choices.indexOf(undefined)}`)?.focus();
  };
  return (
    <section className="card merge" aria-labelledby={TITLE_ID}>
      <h3 id={TITLE_ID} ref={heading} tabIndex={-1}>
        {typeset(`${count(conflicts.length, 'réponse')} à choisir`)}
      </h3>
      <p>
        {typeset(
          `Le reste de « ${name} » se réunit sans rien perdre. Ici, vous n’avez pas écrit la même chose : que garder ?`,
        )}
      </p>
      <div className="buttons">
        <button className="button quiet" type="button" onClick={() => setChoices(conflicts.map(() => 'mine'))}>
          Tout garder d’ici
        </button>
        <button className="button quiet" type="button" onClick={() => setChoices(conflicts.map(() => 'theirs'))}>
          Tout prendre du fichier
        </button>
      </div>
      {conflicts.map((conflict, rank) => (
        <ConflictChoice
          key={rank}
          id={`reunir-${rank}`}
          conflict={conflict}
          choice={choices[rank]}
          fault={asked && choices[rank] === undefined ? FAULT_ID : undefined}
          onChoose={(choice) => choose(rank, choice)}
        />
      ))}
      {asked && left > 0 && (
        <p className="fault" id={FAULT_ID} role="alert">
          {typeset(`Il reste ${count(left, 'réponse')} à choisir.`)}
        </p>
      )}
      <div className="buttons">
        <button className="button" type="button" onClick={done}>
          Réunir
        </button>
        <button className="button quiet" type="button" onClick={onCancel}>
          Ne rien changer
        </button>
      </div>
    </section>
  );
}

interface ConflictProps {
  id: string;
  conflict: Conflict;
  choice: Choice | undefined;
  /** The id of what is wrong with it. */
  fault: string | undefined;
  onChoose: (choice: Choice) => void;
}

function ConflictChoice({ id, conflict, choice, fault, onChoose }: ConflictProps) {
  const { who, field, mine, theirs } = conflict;
  const options: readonly (readonly [Choice, string, string])[] = [
    ['mine', 'Ici', inWords(field, mine)],
    ['theirs', 'Dans le fichier', inWords(field, theirs)],
    ...(mayKeepBoth(conflict) ? [['both', 'Les deux, l’une après l’autre', ''] as const] : []),
  ];
  return (
    <fieldset id={id} tabIndex={-1} role="radiogroup" aria-invalid={fault !== undefined} aria-describedby={fault}>
      <legend>{typeset(who ? `${who} : ${uncapitalised(field.label)}` : field.label)}</legend>
      <div className="sides">
        {options.map(([value, label, text]) => (
          <label className="side" key={value}>
            <span className="choice">
              <input type="radio" name={id} checked={choice === value} onChange={() => onChoose(value)} />
              <strong>{label}</strong>
            </span>
            {text && <span className="said">{text}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
