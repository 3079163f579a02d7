import type { Ref } from 'react';
import { typeset } from '#domain/typography.ts';
import type { FormSpec } from './spec.ts';
import type { Target } from './target.ts';

export const CONSENT_ID = 'accord';

interface Props {
  spec: FormSpec;
  target: Target;
  box: Ref<HTMLInputElement>;
  given: boolean;
  /** Whether it is what is missing. */
  wrong: boolean;
  /** Whether something is told of the sending, beside. */
  told: boolean;
  onChange: (given: boolean) => void;
}

/** The agreement that is asked before sending, with who reads and for how long. */
export const Consent = ({ spec, target, box, given, wrong, told, onChange }: Props) => (
  <>
    <label className="choice">
      <input
        ref={box}
        id={CONSENT_ID}
        type="checkbox"
        checked={given}
        aria-describedby={`${CONSENT_ID}-aide${told ? ` ${CONSENT_ID}-erreur` : ''}`}
        aria-invalid={wrong}
        onChange={({ target: { checked } }) => onChange(checked)}
      />
      <span>{typeset(spec.consent)}</span>
    </label>
    <p className="hint" id={`${CONSENT_ID}-aide`}>
      {typeset(`Ces réponses vont au réseau (${target.organisation}), et à personne d’autre. `)}
      {typeset(
        target.retention ??
          'La durée pendant laquelle elles sont gardées n’est pas encore écrite ici : demandez-la si elle compte pour vous.',
      )}{' '}
      <a href="/confidentialite/">Confidentialité</a>
    </p>
  </>
);
