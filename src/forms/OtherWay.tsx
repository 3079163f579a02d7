import { useState } from 'react';
import { shownUrl } from '#domain/address.ts';
import { typeset } from '#domain/typography.ts';
import type { FormAnswers } from './answers.ts';
import { Copies, takeLetter } from './Copies.tsx';
import { mailtoOf } from './email.ts';
import type { Stamp } from './letter.ts';
import type { FormSpec } from './spec.ts';
import type { Target } from './target.ts';

interface Props {
  spec: FormSpec;
  answers: FormAnswers;
  target: Target;
  /** Of what was tried. */
  stamp?: Stamp | undefined;
  /** True when nothing is left to correct; else it shows what is. */
  ready: () => boolean;
}

/** How to send the answers without an endpoint, or when it does not answer: an e-mail and the letter, or the letter. */
export function OtherWay({ spec, answers, target: { endpoint, email, website }, stamp, ready }: Props) {
  const [words, setWords] = useState('');
  const write = async () => {
    if (!ready() || !email) return;
    const { address, whole } = mailtoOf(spec, answers, email, stamp);
    if (!whole) setWords(await takeLetter(spec, answers, stamp));
    location.href = address;
  };
  return (
    <div className="other-way">
      {email ? (
        <>
          <p>
            {typeset('Par e-mail, à ')}
            <strong>{email}</strong>
            {typeset(
              ' : le bouton ouvre un message. Quand la lettre est trop longue pour y tenir, il l’enregistre aussi : joignez-la. Si aucun message ne s’ouvre, écrivez à cette adresse.',
            )}
          </p>
          <button className="button" type="button" onClick={() => void write()}>
            Préparer l’e-mail
          </button>
          <p role="status">{typeset(words)}</p>
        </>
      ) : (
        <p>
          {typeset(
            endpoint
              ? 'Aucune autre adresse n’est indiquée ici. Gardez la lettre'
              : 'Aucune adresse n’est encore indiquée ici pour recevoir ces réponses. Gardez la lettre',
          )}
          {website ? (
            <>
              {typeset(', puis demandez au réseau où l’envoyer, sur son site : ')}
              <a href={website}>{shownUrl(website)}</a>
            </>
          ) : (
            '.'
          )}
        </p>
      )}
      <Copies spec={spec} answers={answers} stamp={stamp} />
    </div>
  );
}
