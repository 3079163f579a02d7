import type { FormProblem } from './check.ts';

interface Props {
  titles: readonly { id: string; title: string }[];
  current: number;
  problems: readonly FormProblem[];
  onStep: (index: number) => void;
}

/** Where one is in the form, and a way to any step. */
export function Steps({ titles, current, problems, onStep }: Props) {
  const done = titles.map(({ id }, index) => index < titles.length - 1 && !problems.some(({ step }) => step === id));
  return (
    <nav className="steps" aria-label="Étapes">
      <ol>
        {titles.map(({ id, title }, index) => (
          <li key={id}>
            <button
              type="button"
              className={done[index] ? 'done' : undefined}
              aria-current={index === current ? 'step' : undefined}
              onClick={() => onStep(index)}
            >
              <span className="number" aria-hidden="true">
                {done[index] ? '✓' : index + 1}
              </span>
              <span className="name">{title}</span>
              {done[index] && <span className="visually-hidden"> (complet)</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
