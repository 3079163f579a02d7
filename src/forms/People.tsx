import { typeset } from '#domain/typography.ts';
import { blankPerson, idOf, type FormAnswers, type AnswerPlace } from './answers.ts';
import { PEOPLE_ID } from './check.ts';
import { Field } from './Field.tsx';
import type { FormSpec, PeopleSpec } from './spec.ts';

interface Props {
  spec: FormSpec;
  group: PeopleSpec;
  answers: FormAnswers;
  errorOf: (id: string) => string | undefined;
  onAnswer: (place: AnswerPlace, value: string) => void;
  /** The new people, and the id of what then takes the focus. */
  onPeople: (people: FormAnswers['people'], focus: string) => void;
}

/** The people of a team: the same questions for each, as many as they are. */
export function People({ spec, group, answers, errorOf, onAnswer, onPeople }: Props) {
  const { people } = answers;
  const error = errorOf(PEOPLE_ID);
  const first = group.fields[0]?.name ?? '';
  const add = () => onPeople([...people, blankPerson(spec)], idOf({ person: people.length, name: first }));
  return (
    <div
      className="people"
      id={PEOPLE_ID}
      role="group"
      tabIndex={-1}
      aria-label={group.label + 's'}
      aria-describedby={error && `${PEOPLE_ID}-erreur`}
    >
      {error && (
        <p className="fault" id={`${PEOPLE_ID}-erreur`}>
          {typeset(error)}
        </p>
      )}
      {people.map((person, index) => (
        <fieldset className="person card" key={index}>
          <legend>
            {group.label} {index + 1}
          </legend>
          {group.fields.map((field) => {
            const place = { person: index, name: field.name };
            return (
              <Field
                key={field.name}
                field={field}
                place={place}
                value={person[field.name] ?? ''}
                error={errorOf(idOf(place))}
                onAnswer={onAnswer}
              />
            );
          })}
          {people.length > group.min && (
            <button
              className="button quiet"
              type="button"
              onClick={() =>
                onPeople(
                  people.filter((_, other) => other !== index),
                  PEOPLE_ID,
                )
              }
            >
              Retirer
              <span className="visually-hidden">
                {' '}
                {group.label.toLowerCase()} {index + 1}
              </span>
            </button>
          )}
        </fieldset>
      ))}
      {people.length < group.max && (
        <button className="button quiet" type="button" onClick={add}>
          {group.add}
        </button>
      )}
    </div>
  );
}
