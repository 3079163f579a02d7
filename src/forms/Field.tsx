import { idOf, type AnswerPlace } from './answers.ts';
import { CommuneField } from './CommuneField.tsx';
import type { FieldSpec } from './spec.ts';
import { typeset } from '#domain/typography.ts';

interface Props {
  field: FieldSpec;
  place: AnswerPlace;
  value: string;
  /** What is to be corrected, once it was asked for. */
  error: string | undefined;
  onAnswer: (place: AnswerPlace, value: string) => void;
}

/** A question with its hint, its control and what is to be corrected, tied together for screen readers. */
export function Field({ field, place, value, error, onAnswer }: Props) {
  const id = idOf(place);
  const described = [field.hint && `${id}-aide`, error && `${id}-erreur`].filter(Boolean).join(' ') || undefined;
  const label = (
    <>
      {typeset(field.label)}
      {!field.required && <span className="optional"> (facultatif)</span>}
    </>
  );
  const notes = (
    <>
      {field.hint && (
        <p className="hint" id={`${id}-aide`}>
          {typeset(field.hint)}
        </p>
      )}
      {error && (
        <p className="fault" id={`${id}-erreur`}>
          {typeset(error)}
        </p>
      )}
    </>
  );
  const answer = (text: string) => onAnswer(place, text);
  if (field.kind === 'choice') {
    return (
      <fieldset
        className="question"
        id={id}
        tabIndex={-1}
        role="radiogroup"
        aria-describedby={described}
        aria-invalid={error !== undefined}
        aria-required={field.required}
      >
        <legend>{label}</legend>
        {notes}
        {Object.entries(field.options ?? {}).map(([option, words]) => (
          <label className="choice" key={option}>
            <input type="radio" name={id} checked={value === option} onChange={() => answer(option)} />
            <span>{typeset(words)}</span>
          </label>
        ))}
      </fieldset>
    );
  }
  const control = {
    id,
    name: field.name,
    value,
    'aria-describedby': described,
    'aria-invalid': error !== undefined,
    'aria-required': field.required,
    autoComplete: field.autoComplete ?? 'off',
    onChange: ({ target }: { target: { value: string } }) => answer(target.value),
  };
  return (
    <div className="question">
      <label htmlFor={id}>{label}</label>
      {notes}
      {field.kind === 'text' ? (
        <textarea {...control} rows={5} />
      ) : field.kind === 'select' ? (
        <select {...control}>
          <option value="">Choisissez</option>
          {Object.entries(field.options ?? {}).map(([option, words]) => (
            <option value={option} key={option}>
              {typeset(words)}
            </option>
          ))}
        </select>
      ) : field.kind === 'commune' ? (
        <CommuneField control={control} onAnswer={answer} />
      ) : (
        // Not type="email": browsers rewrite what it holds (spaces, accents of a domain).
        <input {...control} type="text" inputMode={KEYBOARDS[field.kind]} spellCheck={field.kind === 'line'} />
      )}
    </div>
  );
}

const KEYBOARDS = { line: 'text', email: 'email', telephone: 'tel' } as const;
