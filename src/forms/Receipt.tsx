import { useEffect, useRef } from 'react';
import { typeset } from '#domain/typography.ts';
import type { FormAnswers } from './answers.ts';
import { Copies } from './Copies.tsx';
import { sayMoment, type Stamp } from './letter.ts';
import type { FormSpec } from './spec.ts';

interface Props {
  spec: FormSpec;
  answers: FormAnswers;
  /** « Les Petites Cantines Réseau ». */
  organisation: string;
  stamp: Stamp & { sentAt: number };
  /** Whether it was sent just now: it is then read at once. */
  fresh: boolean;
}

const RECEIPT_ID = 'accuse';

/** What was sent, to whom and when, what comes next, and a copy to keep. */
export function Receipt({ spec, answers, organisation, stamp, fresh }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (fresh) heading.current?.focus();
  }, [fresh]);
  const facts = [
    ['Quoi', spec.title],
    ['À qui', organisation],
    ['Quand', `le ${sayMoment(stamp.sentAt, stamp.zone)}`],
    ['Référence', stamp.reference],
  ] as const;
  return (
    <section className="receipt card" aria-labelledby={RECEIPT_ID}>
      <h3 id={RECEIPT_ID} ref={heading} tabIndex={-1}>
        C’est envoyé, merci&#8239;!
      </h3>
      <dl>
        {facts.map(([name, fact]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{typeset(fact)}</dd>
          </div>
        ))}
      </dl>
      <h4>Et maintenant</h4>
      <ul>
        {spec.next.map((sentence) => (
          <li key={sentence}>{typeset(sentence)}</li>
        ))}
        <li>{typeset('Si vous nous écrivez à ce sujet, citez la référence.')}</li>
      </ul>
      <h4>Votre copie</h4>
      <p>{typeset('Vos réponses restent dans ce navigateur tant que vous ne les effacez pas.')}</p>
      <Copies spec={spec} answers={answers} stamp={stamp} />
    </section>
  );
}
