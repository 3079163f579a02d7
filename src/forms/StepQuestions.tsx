import { valueAt, withAnswer, type AnswerPlace } from './answers.ts';
import { Field } from './Field.tsx';
import { People } from './People.tsx';
import type { FormSpec, StepSpec } from './spec.ts';
import type { LiveDraft } from './use-draft.ts';
import type { Walk } from './use-steps.ts';

interface Props {
  spec: FormSpec;
  step: StepSpec;
  live: LiveDraft;
  walk: Walk;
}

/** What a step asks: of each person, then of all. */
export function StepQuestions({ spec, step, live, walk: { errorOf, focus } }: Props) {
  const { answers } = live.draft;
  const answer = (place: AnswerPlace, value: string) => live.change((before) => withAnswer(before, place, value));
  return (
    <>
      {step.people && (
        <People
          spec={spec}
          group={step.people}
          answers={answers}
          errorOf={errorOf}
          onAnswer={answer}
          onPeople={(people, id) => {
            live.change((before) => ({ ...before, people }));
            focus(id);
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
    </>
  );
}
