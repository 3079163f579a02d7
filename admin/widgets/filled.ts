/** A field, by its key and by its name on the screen. */
interface Named {
  name: string;
  label: string;
}

export type Answered = Readonly<Record<string, unknown>>;

/** How many names fit in the bar of what is folded. */
const MOST_NAMED = 4;

/** « 2 sur 5 : E-mail, Téléphone », or « Rien encore ». */
export function filledIn(fields: readonly Named[], answers: Answered): string {
  const filled = fields.filter(({ name }) => isFilled(answers[name]));
  if (filled.length === 0) return 'Rien encore';
  const names = filled.slice(0, MOST_NAMED).map(({ label }) => label);
  const more = filled.length > MOST_NAMED ? '…' : '';
  return `${filled.length}\u00a0sur\u00a0${fields.length}\u00a0: ${names.join(', ')}${more}`;
}

/** Whether something was answered: a tick box that is not ticked, an empty list or a group of nothing answer nothing. */
export function isFilled(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false || value === 'unknown') return false;
  return typeof value !== 'object' || Object.values(value).some(isFilled);
}
