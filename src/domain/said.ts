/**
 * What is said, alone: without empty texts, lists and groups, nor spaces around a text, its keys in one order. Decap
 * leaves them behind in fields that were touched, and writes none of them.
 */
export function said(value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return value.trim() || undefined;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) {
    const items = value.map(said).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .map(([name, each]) => [name, said(each)] as const)
    .filter(([, each]) => each !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** Whether two forms say the same. */
export const areSame = (a: unknown, b: unknown): boolean => JSON.stringify(said(a)) === JSON.stringify(said(b));
