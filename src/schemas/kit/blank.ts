/**
 * True for what Decap and people leave behind in an untouched or cleared field:
 * nothing, `null`, `''`, blanks, an unticked box, and lists or groups made only of these.
 */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value === 'object' && !(value instanceof Date)) {
    return Object.values(value).every(isBlank);
  }
  return false;
}
