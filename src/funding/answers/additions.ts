/** What a cantine adds to each answer, by its slug. */
export type Additions = Readonly<Record<string, string>>;

const KEY = 'ajouts-aux-reponses';

/** The texts of an object; anything else is left aside. */
export const textsIn = (value: unknown): Additions =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).filter((each): each is [string, string] => typeof each[1] === 'string' && each[1] !== ''),
      )
    : {};

function read(): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    // Forbidden, or written by something else: as if nothing was kept.
    return {};
  }
}

/** What a browser that keeps nothing holds until the page goes. */
const unkept = new Map<string, Additions>();

/** What this browser keeps of a cantine. */
export function keptAdditions(cantine: string): Additions {
  const kept = read();
  return unkept.get(cantine) ?? (Object.hasOwn(kept, cantine) ? textsIn(kept[cantine]) : {});
}

/** Keeps what a cantine adds for the next visits; false when this browser keeps nothing. */
export function keepAdditions(cantine: string, additions: Additions): boolean {
  const texts = textsIn(additions);
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...read(), [cantine]: texts }));
    unkept.delete(cantine);
    return true;
  } catch {
    unkept.set(cantine, texts);
    return false;
  }
}

/** Keeps what a cantine adds to one answer, beside the others. */
export const keepAddition = (cantine: string, answer: string, text: string): boolean =>
  keepAdditions(cantine, { ...keptAdditions(cantine), [answer]: text.trim() === '' ? '' : text });
