import { useEffect, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { typeset } from '#domain/typography.ts';
import { isEmpty, valueAt, withAnswer, type AnswerPlace, type Texts } from './answers.ts';
import { formProblems, type FormProblem } from './check.ts';
import { DraftTools } from './DraftTools.tsx';
import { ERRORS_ID, ErrorSummary } from './ErrorSummary.tsx';
import { Field } from './Field.tsx';
import { Notices } from './Notices.tsx';
import { People } from './People.tsx';
import { SendPanel } from './SendPanel.tsx';
import type { FormSpec } from './spec.ts';
import { Steps } from './Steps.tsx';
import { Summary } from './Summary.tsx';
import type { Target } from './target.ts';
import { useDraft } from './use-draft.ts';

interface Props {
  spec: FormSpec;
  target: Target;
  /** Answers that the link to the form holds: they fill what is blank. */
  begun?: Texts;
}

const REVIEW = { id: 'relire', title: 'Relire et envoyer' };

/** True while the page is printed. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const start = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    addEventListener('beforeprint', start);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', start);
      removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}

/** A form, step by step; one of a single step is sent from there, a longer one is read back first. */
export function Form({ spec, target, begun }: Props) {
  const live = useDraft(spec, begun);
  const printing = usePrinting();
  const headingId = useId();
  const [current, setCurrent] = useState(0);
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const [words, setWords] = useState('');
  // The same id may take the focus twice.
  const [focus, setFocus] = useState<{ id: string }>();
  useEffect(() => {
    if (focus) document.getElementById(focus.id)?.focus();
  }, [focus]);

  const { answers } = live.draft;
  const single = spec.steps.length === 1;
  const titles = single ? spec.steps : [...spec.steps, REVIEW];
  const step = spec.steps[current];
  const problems = formProblems(spec, answers);
  const ofStep = problems.filter((problem) => problem.step === step?.id && checked.has(problem.step));
  const shown = step ? ofStep : problems.filter((problem) => checked.has(problem.step));
  const errorOf = (id: string) => ofStep.find((problem) => problem.id === id)?.message;
  const [restored] = useState(() => live.found === 'draft' && !isEmpty(answers));

  const go = (index: number, id = headingId) => {
    setCurrent(index);
    setWords('');
    setFocus({ id });
  };
  const answer = (place: AnswerPlace, value: string) => live.change((before) => withAnswer(before, place, value));
  const check = (ids: readonly string[]): boolean => {
    setChecked(new Set([...checked, ...ids]));
    if (!problems.some((problem) => ids.includes(problem.step))) return true;
    setFocus({ id: ERRORS_ID });
    return false;
  };
  const ready = () => check(spec.steps.map(({ id }) => id));
  const correct = ({ id, step: where }: FormProblem) =>
    go(
      spec.steps.findIndex((one) => one.id === where),
      id,
    );

  const errors = shown.length > 0 && <ErrorSummary problems={shown} onGo={correct} />;
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
  const sendPanel = <SendPanel spec={spec} live={live} target={target} ready={ready} />;

  return (
    <div className="form-engine">
      <Notices live={live} restored={restored} />
      {!single && <Steps titles={titles} current={current} problems={problems} onStep={(index) => go(index)} />}
      {step ? (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!single && check([step.id])) go(current + 1);
          }}
        >
          {heading}
          <p>{typeset(step.intro)}</p>
          {errors}
          {step.people && (
            <People
              spec={spec}
              group={step.people}
              answers={answers}
              errorOf={errorOf}
              onAnswer={answer}
              onPeople={(people, id) => {
                live.change((before) => ({ ...before, people }));
                setFocus({ id });
              }}
            />
          )}
          {step.fields.map((field) => (
            <Field
              key={field.name}
              field={field}
              place={{ name: field.name }}
              value={valueAt(answers, { name: field.name })}
              error={errorOf(`question-${field.name}`)}
              onAnswer={answer}
            />
          ))}
          {single ? (
            sendPanel
          ) : (
            <div className="buttons">
              <button className="button" type="submit">
                Continuer
              </button>
              {current > 0 && (
                <button className="button quiet" type="button" onClick={() => go(current - 1)}>
                  Revenir
                </button>
              )}
            </div>
          )}
        </form>
      ) : (
        <div>
          {heading}
          {errors}
          <Summary spec={spec} answers={answers} />
          {sendPanel}
        </div>
      )}
      {printing && step && <Summary spec={spec} answers={answers} />}
      <DraftTools
        spec={spec}
        live={live}
        tell={setWords}
        onReplaced={() => {
          setChecked(new Set());
          setCurrent(0);
          setFocus({ id: headingId });
        }}
      />
      <p role="status">{typeset(words)}</p>
    </div>
  );
}
