/** Which engines the tests try. */

export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof ENGINES)[number];

interface Asked {
  names: readonly EngineName[];
  /** True when one that is missing is a failure. */
  required: boolean;
}

const isEngine = (name: string): name is EngineName => ENGINES.some((each) => each === name);

/**
 * What the variable `ENGINES` asks: without it, those that are here or can be installed; `all`, each of them; else those
 * named, by commas.
 * @throws Error with one sentence when it names no engine.
 */
export function readAsked(value: string | undefined): Asked {
  const named = (value ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (named.length === 0) return { names: ENGINES, required: false };
  if (named.length === 1 && named[0] === 'all') return { names: ENGINES, required: true };
  const unknown = named.filter((name) => !isEngine(name));
  if (unknown.length > 0)
    throw new Error(`ENGINES names « ${unknown.join(', ')} »: give all, or some of ${ENGINES.join(',')}.`);
  return { names: ENGINES.filter((name) => named.includes(name)), required: true };
}

export interface Found {
  /** Those to try. */
  names: readonly EngineName[];
  /** For each of the others, a sentence that says why it is not. */
  skipped: readonly string[];
}

/**
 * Those that are here.
 * @param missing why an engine is not, in a sentence; undefined when it is.
 * @throws Error with these sentences when one that is missing is required, or when none is here.
 */
export function sortFound({ names, required }: Asked, missing: (name: EngineName) => string | undefined): Found {
  const reasons = new Map(names.map((name) => [name, missing(name)]));
  const skipped = [...reasons.values()].filter((reason) => reason !== undefined);
  const here = names.filter((name) => reasons.get(name) === undefined);
  if (here.length === 0 || (required && skipped.length > 0)) throw new Error(skipped.join('\n'));
  return { names: here, skipped };
}
