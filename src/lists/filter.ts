import { holdsAll, stemsOf } from './words.ts';

/** What an entry of a list says: the words of its text, and its values by question (`theme` → `sante`, `emploi`). */
export interface Listed {
  keys: readonly string[];
  values: Readonly<Record<string, readonly string[]>>;
}

/** What is asked of a list: words, and one value by question. */
export interface Filter {
  words: string;
  values: Readonly<Record<string, string>>;
}

/** The value of an entry that answers a question whatever is asked: « France entière » is in every region. */
export const EVERYWHERE = '*';

export function passesFilter({ keys, values }: Listed, { words, values: asked }: Filter): boolean {
  const suits = Object.entries(asked).every(([name, value]) => {
    const own = values[name] ?? [];
    return value === '' || own.includes(value) || own.includes(EVERYWHERE);
  });
  return suits && holdsAll(keys, stemsOf(words));
}

/** How many entries would be left, had this value been asked with all the rest. */
export const countWith = (list: readonly Listed[], filter: Filter, name: string, value: string): number =>
  list.filter((entry) => passesFilter(entry, { ...filter, values: { ...filter.values, [name]: value } })).length;

export const isAsked = ({ words, values }: Filter): boolean =>
  words.trim() !== '' || Object.values(values).some((value) => value !== '');

const WORDS = 'q';

/** Reads an address; what the list does not offer is not asked. */
export function readFilter(params: URLSearchParams, offered: Readonly<Record<string, readonly string[]>>): Filter {
  const values = Object.entries(offered).map(([name, options]) => {
    const value = params.get(name) ?? '';
    return [name, options.includes(value) ? value : ''] as const;
  });
  return { words: params.get(WORDS) ?? '', values: Object.fromEntries(values) };
}

/** What is asked, for the address: nothing that is empty. */
export function writeFilter({ words, values }: Filter): URLSearchParams {
  const pairs = Object.entries(values).filter(([, value]) => value !== '');
  const trimmed = words.trim();
  return new URLSearchParams([...(trimmed ? [[WORDS, trimmed]] : []), ...pairs]);
}
