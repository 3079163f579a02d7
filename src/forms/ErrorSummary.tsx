import { typeset } from '#domain/typography.ts';
import type { FormProblem } from './check.ts';

export const ERRORS_ID = 'a-corriger';

interface Props {
  problems: readonly FormProblem[];
  onGo: (problem: FormProblem) => void;
}

/** What is to be corrected, all at once; it takes the focus when it appears, so that it is read aloud. */
export function ErrorSummary({ problems, onGo }: Props) {
  return (
    <div className="faults card" id={ERRORS_ID} role="alert" tabIndex={-1} aria-labelledby={`${ERRORS_ID}-titre`}>
      <h3 id={`${ERRORS_ID}-titre`}>
        {problems.length === 1 ? 'Une chose est à revoir' : `${problems.length} choses sont à revoir`}
      </h3>
      <p>Ce que vous avez écrit est gardé.</p>
      <ul>
        {problems.map((problem) => (
          <li key={problem.id}>
            <a
              href={`#${problem.id}`}
              onClick={(event) => {
                event.preventDefault();
                onGo(problem);
              }}
            >
              {typeset(problem.who ? `${problem.who} : ${problem.message}` : problem.message)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
