import { centreOf, type EmbedFacts, type Level, type EmbedTerritory } from './facts.ts';

/** What the address of the embedded list asks for. */
interface EmbedQuery {
  /** The smallest territory named; undefined for the whole network. */
  territory: EmbedTerritory | undefined;
  /** Names of questions, in the order of the page. */
  questions: string[];
  /** How many cantines at most. */
  count: number | undefined;
  title: boolean;
  /** French sentences for the webmaster: what was not understood, and what to write instead. */
  notes: string[];
}

interface Rule {
  form: RegExp;
  asks: string;
}

/** From the largest to the smallest. */
const LEVELS: Readonly<Record<Level, Rule>> = {
  region: { form: /^\d{2}$/, asks: 'le code INSEE de la région, par exemple region=84' },
  departement: { form: /^(?:\d{2,3}|2[AB])$/, asks: 'le code du département, par exemple departement=69' },
  commune: { form: /^(?:\d{5}|2[AB]\d{3})$/, asks: 'le code INSEE de la commune, par exemple commune=69123' },
};
const COUNT = { form: /^[1-9]\d{0,2}$/, asks: 'un nombre de cantines, par exemple n=3' };
const TITLE = { form: /^(?:oui|non)$/, asks: 'titre=non pour le cacher' };

const KNOWN: Readonly<Record<string, Rule>> = { ...LEVELS, n: COUNT, titre: TITLE };

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
const misread = (name: string, value: string, asks: string) =>
  `«\u00a0${shorten(`${name}=${value}`)}\u00a0» n’est pas compris\u00a0: écrivez ${asks}.`;

/** Reads the parameters of the embedded list; what it does not understand is ignored, and told. */
export function readQuery(
  params: URLSearchParams,
  { questions, centres }: Pick<EmbedFacts, 'questions' | 'centres'>,
): EmbedQuery {
  const query: EmbedQuery = { territory: undefined, questions: [], count: undefined, title: true, notes: [] };
  const right = new Map<string, string>();
  const asked = new Set<string>();
  for (const [name, typed] of params) {
    const value = typed.trim();
    const rule = Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined;
    if (name === 'questions') {
      const names = value.split(',').map((each) => each.trim());
      const unknown = names.filter((each) => !questions.includes(each));
      if (unknown.length > 0) query.notes.push(misread(name, unknown.join(','), `parmi ${questions.join(', ')}`));
      for (const each of names) asked.add(each);
    } else if (!rule) {
      query.notes.push(
        `«\u00a0${shorten(name)}\u00a0» n’est pas un réglage de cette liste\u00a0: essayez region, departement, commune, questions, n ou titre.`,
      );
    } else if (rule.form.test(value) && (!isLevel(name) || centreOf({ level: name, code: value }, centres))) {
      right.set(name, value);
    } else query.notes.push(misread(name, typed, rule.asks));
  }
  for (const level of Object.keys(LEVELS) as Level[]) {
    const code = right.get(level);
    if (code !== undefined) query.territory = { level, code };
  }
  query.questions = questions.filter((name) => asked.has(name));
  if (right.has('n')) query.count = Number(right.get('n'));
  query.title = right.get('titre') !== 'non';
  return query;
}

const isLevel = (name: string): name is Level => Object.hasOwn(LEVELS, name);
