import { Fragment } from 'react';
import { typeset } from '#domain/typography.ts';
import type { FormAnswers } from './answers.ts';
import type { FormSpec } from './spec.ts';
import { answersSummary } from './summary.ts';

interface Props {
  spec: FormSpec;
  answers: FormAnswers;
}

/** The answers, to read back and to print. */
export function Summary({ spec, answers }: Props) {
  return (
    <div className="summary">
      {answersSummary(spec, answers).map(({ title, groups }) => (
        <section key={title}>
          <h3>{title}</h3>
          {groups.map(({ who, lines }) => (
            <Fragment key={who}>
              {who && <h4>{who}</h4>}
              <dl>
                {lines.map(({ label, value }) => (
                  <div key={label}>
                    <dt>{typeset(label)}</dt>
                    <dd className={value.trim() ? undefined : 'none'}>{value.trim() ? value : 'Sans réponse'}</dd>
                  </div>
                ))}
              </dl>
            </Fragment>
          ))}
        </section>
      ))}
    </div>
  );
}
