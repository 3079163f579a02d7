export type Level = 'region' | 'departement' | 'commune';

/** What the address of the embedded list asks for. */
interface EmbedQuery {
  /** The smallest territory named; undefined for the whole network. */
  territory: { level: Level; code: string } | undefined;
  /** How many cantines at most. */
  count: number | undefined;
  title: boolean;
  /** French sentences for the webmaster: what was not understood, and what to write instead. */
  notes: string[];
}

/** From the largest to the smallest. */
const LEVELS: Readonly<Record<Level, { form: RegExp; asks: string }>> = {
  region: { form: /^\d{2}$/, asks: 'le code INSEE de la région, par exemple region=84' },
  departement: { form: /^(?:\d{2,3}|2[AB])$/, asks: 'le code du département, par exemple departement=69' },
  commune: { form: /^(?:\d{5}|2[AB]\d{3})$/, asks: 'le code INSEE de la commune, par exemple commune=69123' },
};
const COUNT = { form: /^[1-9]\d{0,2}$/, asks: 'un nombre de cantines, par exemple n=3' };
const TITLE = { form: /^(?:oui|non)$/, asks: 'titre=non pour le cacher' };

const KNOWN: Readonly<Record<string, { form: RegExp; asks: string }>> = { ...LEVELS, n: COUNT, titre: TITLE };

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** Reads the parameters of the embedded list; what it does not understand is ignored, and told. */
export function readQuery(params: URLSearchParams): EmbedQuery {
  const query: EmbedQuery = { territory: undefined, count: undefined, title: true, notes: [] };
  const right = new Map<string, string>();
  for (const [name, value] of params) {
    const rule = Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined;
    if (!rule) {
      query.notes.push(
        `«\u00a0${shorten(name)}\u00a0» n’est pas un réglage de cette liste\u00a0: essayez region, departement, commune, n ou titre.`,
      );
    } else if (rule.form.test(value.trim())) right.set(name, value.trim());
    else
      query.notes.push(`«\u00a0${shorten(`${name}=${value}`)}\u00a0» n’est pas compris\u00a0: écrivez ${rule.asks}.`);
  }
  for (const level of Object.keys(LEVELS) as Level[]) {
    const code = right.get(level);
    if (code !== undefined) query.territory = { level, code };
  }
  if (right.has('n')) query.count = Number(right.get('n'));
  query.title = right.get('titre') !== 'non';
  return query;
}

/** The official codes of where a cantine is, by level; a commune and its municipal district are both its communes. */
export type Codes = Readonly<Record<Level, readonly string[]>>;

/**
 * Which of the cantines a query shows. A territory without a cantine shows the others rather than nothing.
 * @returns their ranks, and whether the territory has any.
 */
export function choose(cantines: readonly Codes[], query: EmbedQuery): { shown: Set<number>; found: boolean } {
  const { territory, count } = query;
  const ranks = [...cantines.keys()];
  const inside = territory ? ranks.filter((rank) => cantines[rank]?.[territory.level].includes(territory.code)) : ranks;
  const found = inside.length > 0;
  return { shown: new Set((found ? inside : ranks).slice(0, count)), found };
}
