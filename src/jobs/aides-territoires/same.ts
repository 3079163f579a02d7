import { keyOf } from '#places/normalise.ts';

/** Anything with the fields of an entry of the watch; undefined when they cannot be read. */
interface Told {
  slug: string;
  data: Record<string, unknown> | undefined;
}

/**
 * Finds who tells the same aid: entries that lead to the same page, or have the same title, and are not for two places.
 * The page of an aid on Aides-territoires counts too, which an editor may have given as a source.
 */
export class KnownAids<T extends Told> {
  readonly #byMark = new Map<string, T[]>();

  add(entry: T): void {
    this.#add(entry, marksOf(entry));
  }

  /** An entry that comes from the import: its title alone tells, since funders often give the page of all their aids. */
  addImported(entry: T): void {
    this.#add(entry, titleOf(entry));
  }

  #add(entry: T, marks: readonly string[]): void {
    for (const mark of marks) this.#byMark.set(mark, [...(this.#byMark.get(mark) ?? []), entry]);
  }

  find(asked: Told): T | undefined {
    return marksOf(asked)
      .flatMap((mark) => this.#byMark.get(mark) ?? [])
      .find(({ data }) => !areApart(asked.data?.['territory'], data?.['territory']));
  }
}

function marksOf(entry: Told): string[] {
  const { data } = entry;
  if (!data) return [];
  return [...new Set([...titleOf(entry), ...addressOf(data['officialUrl']), ...pagesOfSources(data)])];
}

const titleOf = ({ data }: Told): string[] =>
  typeof data?.['title'] === 'string' ? [`titre ${keyOf(data['title'])}`] : [];

/** Of sources, only the pages of Aides-territoires: an article may tell ten aids. */
const pagesOfSources = ({ sources }: Record<string, unknown>): string[] =>
  (Array.isArray(sources) ? sources : [])
    .flatMap((source: unknown) => addressOf((source as { url?: unknown } | null)?.url))
    .filter((page) => /^[^/]*aides-territoires[^/]*\/aides\/./.test(page));

/** A page by its host and path: the bare address of a site is the page of all its aids. */
function addressOf(url: unknown): string[] {
  if (typeof url !== 'string' || !URL.canParse(url)) return [];
  const { host, pathname, searchParams } = new URL(url);
  const path = pathname.replace(/\/$/, '');
  // Where a visitor came from is not where the page is.
  const query = [...searchParams].filter(([name]) => !/^(?:utm_|mtm_|fbclid|gclid)/.test(name)).sort();
  return path === '' ? [] : [`${host.replace(/^www\./, '')}${path}?${new URLSearchParams(query).toString()}`];
}

/** Two places of one scale: those that have codes by their codes, the others by their names. */
function areApart(one: unknown, other: unknown): boolean {
  const [a, b] = [placeOf(one), placeOf(other)];
  if (a.scope === undefined || a.scope !== b.scope) return false;
  if (a.scope === 'other') return a.name !== '' && b.name !== '' && a.name !== b.name;
  return a.codes.length > 0 && b.codes.length > 0 && !a.codes.some((code) => b.codes.includes(code));
}

function placeOf(territory: unknown): { scope: unknown; name: string; codes: readonly string[] } {
  const { scope, name, codes } = (territory ?? {}) as { scope?: unknown; name?: unknown; codes?: unknown };
  return {
    scope,
    name: typeof name === 'string' ? keyOf(name) : '',
    codes: Array.isArray(codes) ? codes.map(String) : [],
  };
}
