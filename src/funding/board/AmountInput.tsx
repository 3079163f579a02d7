import { useId, useState } from 'react';
import { readEuros, writeEuros } from './typed.ts';

interface Props {
  label: string;
  /** Euros. */
  value: number | undefined;
  /** The label is read, not shown. */
  quiet?: boolean;
  onChange: (euros: number | null) => void;
}

/** An amount in euros, kept when one leaves the field; what is no amount stays there, with the reason. */
export function AmountInput({ label, value, quiet = false, onChange }: Props) {
  const [wrong, setWrong] = useState(false);
  const fault = useId();
  return (
    <label className="amount">
      <span className={quiet ? 'visually-hidden' : undefined}>{label} (€)</span>
      <input
        className="field"
        inputMode="decimal"
        // What comes from elsewhere replaces what is shown.
        key={value}
        defaultValue={writeEuros(value)}
        placeholder={quiet ? 'Montant, €' : undefined}
        autoComplete="off"
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? fault : undefined}
        onBlur={({ target }) => {
          const euros = readEuros(target.value);
          setWrong(euros === undefined);
          if (euros !== undefined && euros !== (value ?? null)) onChange(euros);
        }}
      />
      {wrong && (
        <small id={fault} className="fault" role="alert">
          Ce n’est pas un montant&nbsp;: écrivez par exemple 1&nbsp;500 ou 1&nbsp;500,50.
        </small>
      )}
    </label>
  );
}
