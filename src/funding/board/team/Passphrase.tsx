import { useId, type ReactNode } from 'react';
import { count } from '#domain/numbers.ts';
import { typeset } from '#domain/typography.ts';

/** A passphrase that is shorter is guessed by a machine. */
export const SHORTEST = 12;

interface Props {
  label: ReactNode;
  words: string;
  /** Whether these words were refused. */
  short: boolean;
  onChange: (words: string) => void;
}

/** The field of the team’s passphrase. */
export function Passphrase({ label, words, short, onChange }: Props) {
  const id = useId();
  return (
    <div className="passphrase">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        type="password"
        autoComplete="off"
        value={words}
        aria-invalid={short || undefined}
        aria-describedby={short ? `${id}-short` : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
      {short && (
        <p className="fault" id={`${id}-short`} role="alert">
          {typeset(
            `Cette phrase a ${count(words.trim().length, 'signe')} : il en faut au moins ${SHORTEST}. Quatre mots sans rapport, choisis ensemble, font une bonne phrase.`,
          )}
        </p>
      )}
    </div>
  );
}
