import * as z from 'zod/mini';
import { idOf, isUnanswered, type FormAnswers, type AnswerPlace } from './answers.ts';
import { maxLengthOf, peopleOf, type FieldSpec, type FormSpec } from './spec.ts';

// Not domain/french.ts, which brings the schemas of the content along.
const inFrench = new Intl.NumberFormat('fr-FR');
const formatNumber = (value: number) => inFrench.format(value);

// zod otherwise tries to compile its schemas, which the policy of the page forbids and reports.
z.config({ jitless: true });

/** What one field asks for; each message says what to do. */
function textSchema(field: FieldSpec) {
  const most = maxLengthOf(field);
  const required = z.refine<string>((text) => !field.required || text.trim() !== '', {
    error: field.missing ?? `Répondez à « ${field.label} ».`,
  });
  const short = z.maxLength(most, {
    error: ({ input }) =>
      `Raccourcissez « ${field.label} » : ${formatNumber(typeof input === 'string' ? input.length : 0)} signes, ${formatNumber(most)} au plus. Rien n’a été coupé.`,
  });
  const shape = z.refine<string>((text) => text.trim() === '' || text.length > most || hasShape(field, text.trim()), {
    error: SHAPES[field.kind] ?? '',
  });
  return z.string().check(required, short, shape);
}

const SHAPES: Partial<Record<FieldSpec['kind'], string>> = {
  email: 'Écrivez une seule adresse, avec une arobase et sans espace, par exemple bonjour@exemple.org.',
  telephone: 'Écrivez un numéro de téléphone, par exemple 04 26 64 79 24.',
  choice: 'Choisissez une des réponses proposées.',
  select: 'Choisissez une des réponses proposées.',
};

function hasShape({ kind, options }: FieldSpec, text: string): boolean {
  if (kind === 'email') return /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[^\s@<>"(),:;.\d]{2,}$/u.test(text);
  if (kind === 'telephone') return /^\+?[\d\s().-]+$/.test(text) && /^\d{6,15}$/.test(text.replace(/\D/g, ''));
  return (kind !== 'choice' && kind !== 'select') || options === undefined || Object.hasOwn(options, text);
}

const textsSchema = (fields: readonly FieldSpec[]) =>
  z.object(Object.fromEntries(fields.map((field) => [field.name, textSchema(field)])));

/** The schema of a form's answers, those of people left wholly blank set aside: they count for nobody. */
export function schemaOf(spec: FormSpec) {
  const people = peopleOf(spec);
  const all = z.array(textsSchema(people?.fields ?? []));
  const enough = z.refine<unknown[]>((present) => present.length >= (people?.min ?? 0), {
    error: people?.tooFew ?? '',
  });
  return z.object({
    people: people ? all.check(enough) : all,
    texts: textsSchema(spec.steps.flatMap(({ fields }) => fields)),
  });
}

/** The id of the group of people, to which « too few » is tied. */
export const PEOPLE_ID = 'equipe-au-complet';

/** Something to correct. */
export interface FormProblem {
  /** The id of what is to be corrected. */
  id: string;
  /** The step where it stands. */
  step: string;
  /** « Personne 2 », when the same question is asked of several. */
  who?: string;
  message: string;
}

/** All that is to be corrected, in the order of the form. */
export function formProblems(spec: FormSpec, answers: FormAnswers): FormProblem[] {
  const people = peopleOf(spec);
  const present = answers.people
    .map((person, index) => ({ person, index }))
    .filter(({ person }) => !isUnanswered(person));
  const read = schemaOf(spec).safeParse({ people: present.map(({ person }) => person), texts: answers.texts });
  const found = (read.error?.issues ?? []).map(({ path, message }) => {
    const [part, second, name] = path;
    if (part !== 'people') return { id: idOf({ name: String(second) }), message };
    if (second === undefined) return { id: PEOPLE_ID, message };
    const person = present[Number(second)]?.index ?? 0;
    return { id: idOf({ person, name: String(name) }), message, who: `${people?.label ?? ''} ${person + 1}` };
  });
  return spec.steps.flatMap(({ id: step, people: asked, fields }) => {
    const places: AnswerPlace[] = [
      ...answers.people.flatMap((_, person) => (asked?.fields ?? []).map(({ name }) => ({ person, name }))),
      ...fields.map(({ name }) => ({ name })),
    ];
    const ids = [...(asked ? [PEOPLE_ID] : []), ...places.map(idOf)];
    return ids.flatMap((id) => {
      // One sentence at a time for each answer.
      const problem = found.find((one) => one.id === id);
      return problem ? [{ ...problem, step }] : [];
    });
  });
}
