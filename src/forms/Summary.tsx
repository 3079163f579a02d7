import { typeset } from '#domain/typography.ts';
import { summaryOf, type Answers } from './answers.ts';
import type { FormSpec } from './spec.ts';

interface Props {
  spec: FormSpec;
  answers: Answers;
}

/** The answers, to read back and to print. */
export function Summary({ spec, answers }: Props) {
  return (
    <div className="summary">
      {summaryOf(spec, answers).map(({ title, lines }) => (
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
