import { typeset } from '#domain/typography.ts';
import { answersSummary, type FormAnswers } from './answers.ts';
import type { FormSpec } from './spec.ts';

interface Props {
  spec: FormSpec;
  answers: FormAnswers;
}

/** The answers, to read back and to print. */
export function Summary({ spec, answers }: Props) {
  return (
    <div className="summary">
      {answersSummary(spec, answers).map(({ title, lines }) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl>
            {lines.map(({ label, value }) => (
              <div key={label}>
                <dt>{typeset(label)}</dt>
                <dd className={value.trim() ? undefined : 'none'}>{value.trim() ? value : 'Sans réponse'}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
