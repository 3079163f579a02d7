/** One question. What it holds is always text, exactly as it was typed. */
export interface FieldSpec {
  /** The key in the file and in what is sent; also the name of the control. */
  name: string;
  label: string;
  hint?: string;
  kind: 'line' | 'email' | 'telephone' | 'commune' | 'text' | 'choice' | 'select';
  required?: boolean;
  /** What to do when a required answer is missing; a sentence that starts with a verb. */
  missing?: string;
  /** In signs; 200 for a line, 5 000 for a text unless told. */
  maxLength?: number;
  autoComplete?: string;
  /** Stored value → label, for a choice: all shown (`choice`), or folded in a list (`select`). */
  options?: Readonly<Record<string, string>>;
}

/** A group of questions asked of each person. */
export interface PeopleSpec {
  /** The key in the file and in what is sent. */
  name: string;
  /** « Personne », followed by its number. */
  label: string;
  add: string;
  min: number;
  max: number;
  /** What to do when they are too few. */
  tooFew: string;
  fields: readonly FieldSpec[];
}

export interface StepSpec {
  id: string;
  title: string;
  intro: string;
  people?: PeopleSpec;
  fields: readonly FieldSpec[];
}

/** A form: what the page shows, what is checked, what the file holds and what is sent, declared once. */
export interface FormSpec {
  /** Names the draft in the browser, the file, and what is sent. */
  id: string;
  /** Of the questions; a file of another version is refused. */
  version: number;
  title: string;
  /** « la fiche-projet », in a sentence. */
  named: string;
  steps: readonly StepSpec[];
  consent: string;
  /** What comes once it is sent, a sentence each. */
  next: readonly string[];
}

/** The people of a form: at most one step asks for them. */
export const peopleOf = (spec: FormSpec): PeopleSpec | undefined => spec.steps.find(({ people }) => people)?.people;

/** The longest answer accepted, in signs. */
export const maxLengthOf = ({ kind, maxLength }: FieldSpec): number => maxLength ?? (kind === 'text' ? 5000 : 200);
