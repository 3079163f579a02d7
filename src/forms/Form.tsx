import { useId, useState } from 'react';
import { typeset } from '#domain/typography.ts';
import { isEmpty, type Texts } from './answers.ts';
import { Destination } from './Destination.tsx';
import { DraftTools } from './DraftTools.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import { Notices } from './Notices.tsx';
import { SendPanel } from './SendPanel.tsx';
import type { FormSpec } from './spec.ts';
import { StepQuestions } from './StepQuestions.tsx';
import { Steps } from './Steps.tsx';
import { Summary } from './Summary.tsx';
import type { Target } from './target.ts';
import { useDraft } from './use-draft.ts';
import { usePrinting } from './use-printing.ts';
import { useSteps } from './use-steps.ts';

interface Props {
  spec: FormSpec;
  target: Target;
  /** Answers that the link to the form holds: they fill what is blank. */
  begun?: Texts;
}

const REVIEW = { id: 'relire', title: 'Relire et envoyer' };

/** A form, step by step; one of a single step is sent from there, a longer one is read back first. */
export function Form({ spec, target, begun }: Props) {
  const live = useDraft(spec, begun);
  const { answers } = live.draft;
  const printing = usePrinting();
  const headingId = useId();
  const walk = useSteps(spec, answers, headingId);
  const { current, step, problems, shown } = walk;
  const [words, setWords] = useState('');
  const [restored] = useState(() => live.found === 'draft' && !isEmpty(answers));

  const single = spec.steps.length === 1;
  const titles = single ? spec.steps : [...spec.steps, REVIEW];
  const go = (index: number, id?: string) => {
    setWords('');
    walk.go(index, id);
  };
  const goToStep = (where: string, id: string) =>
    go(
      spec.steps.findIndex((one) => one.id === where),
      id,
    );

  const errors = shown.length > 0 && (
    <ErrorSummary problems={shown} onGo={(problem) => goToStep(problem.step, problem.id)} />
  );
  const heading = (
    <h2 id={headingId} tabIndex={-1}>
      {!single && (
        <span className="soft">
          Étape {current + 1} sur {titles.length}
        </span>
      )}
      {titles[current]?.title}
    </h2>
  );
  const summary = <Summary spec={spec} answers={answers} />;
  const sendPanel = <SendPanel spec={spec} live={live} target={target} ready={() => walk.check(spec.steps)} />;

  return (
    <div className="form-engine">
      <Destination target={target} />
      <Notices live={live} restored={restored} />
      {!single && <Steps titles={titles} current={current} problems={problems} onStep={(index) => go(index)} />}
      {step ? (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!single && walk.check([step])) go(current + 1);
          }}
        >
          {heading}
          <p>{typeset(step.intro)}</p>
          {errors}
          <StepQuestions spec={spec} step={step} live={live} walk={walk} />
          {single ? sendPanel : <Onward onBack={current > 0 ? () => go(current - 1) : undefined} />}
        </form>
      ) : (
        <div>
          {heading}
          {errors}
          {summary}
          {sendPanel}
        </div>
      )}
      {printing && step && summary}
      <DraftTools spec={spec} live={live} tell={setWords} onErased={walk.restart} />
      <p role="status">{typeset(words)}</p>
    </div>
  );
}

/** To the next step, and back to the one before, if there is one. */
const Onward = ({ onBack }: { onBack: (() => void) | undefined }) => (
  <div className="buttons">
    <button className="button" type="submit">
      Continuer
    </button>
    {onBack && (
      <button className="button quiet" type="button" onClick={onBack}>
        Revenir
      </button>
    )}
  </div>
);
