import type { Immutable } from '../widgets/immutable.ts';

/** The choosers that a field of a schema may name as its `picker`, and the widget of Decap that each stands with. */
export const PICKERS = {
  /** The INSEE code of a commune, found by name; fills the address and the point of the entry. */
  commune: 'string',
  /** The slots of a week, in a grid. */
  week: 'list',
  /** A scope, a name and codes, found by name. */
  territory: 'object',
  /** A pattern and two colours, drawn. */
  nappe: 'object',
  /** A list that a chooser above it fills: folded. */
  'by hand': 'list',
} as const;

/** The chooser of a field; undefined for a plain one. */
export function pickerOf(field: Immutable): keyof typeof PICKERS | undefined {
  const name = field.get('picker');
  return typeof name === 'string' && Object.hasOwn(PICKERS, name) ? (name as keyof typeof PICKERS) : undefined;
}
