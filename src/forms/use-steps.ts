import { useEffect, useState } from 'react';
import type { FormAnswers } from './answers.ts';
import { formProblems, type FormProblem } from './check.ts';
import { ERRORS_ID } from './ErrorSummary.tsx';
import type { FormSpec, StepSpec } from './spec.ts';

/** Where one is in a form, and what is to be corrected there. */
export interface Walk {
  /** The step’s index; past the last one, the answers are read back. */
  current: number;
  /** Undefined where the answers are read back. */
  step: StepSpec | undefined;
  /** All that is to be corrected, told or not. */
  problems: readonly FormProblem[];
  /** What is told here: of a step once it was checked, of all of them where the answers are read back. */
  shown: readonly FormProblem[];
  /** What is told of one question. */
  errorOf: (id: string) => string | undefined;
  /** Puts the focus on what has this id, once drawn. */
  focus: (id: string) => void;
  /** Goes to a step, and to what has this id there: its heading if nothing is said. */
  go: (index: number, id?: string) => void;
  /** Back to the first step, nothing checked. */
  restart: () => void;
  /** Tells what is to be corrected in these steps; true when nothing is. */
  check: (steps: readonly StepSpec[]) => boolean;
}

/** @param headingId the id of the title of the step, the same at each step */
export function useSteps(spec: FormSpec, answers: FormAnswers, headingId: string): Walk {
  const [current, setCurrent] = useState(0);
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  // The same id may take the focus twice.
  const [focused, setFocused] = useState<{ id: string }>();
  useEffect(() => {
    if (focused) document.getElementById(focused.id)?.focus();
  }, [focused]);

  const step = spec.steps[current];
  const problems = formProblems(spec, answers);
  const ofChecked = problems.filter((problem) => checked.has(problem.step));
  const ofStep = ofChecked.filter((problem) => problem.step === step?.id);
  const focus = (id: string) => setFocused({ id });
  const go = (index: number, id = headingId) => {
    setCurrent(index);
    focus(id);
  };
  return {
    current,
    step,
    problems,
    shown: step ? ofStep : ofChecked,
    errorOf: (id) => ofStep.find((problem) => problem.id === id)?.message,
    focus,
    go,
    restart: () => {
      setChecked(new Set());
      go(0);
    },
    check: (steps) => {
      const ids = steps.map(({ id }) => id);
      setChecked(new Set([...checked, ...ids]));
      if (!problems.some((problem) => ids.includes(problem.step))) return true;
      focus(ERRORS_ID);
      return false;
    },
  };
}
