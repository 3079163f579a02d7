import { slugOf } from '#domain/slug.ts';

const LONGEST = 80;

/**
 * The name under which a file is kept: `Été à table (2).JPG` → `ete-a-table-2.jpg`, numbered when another has it.
 * @param extension what it really is, in place of what its name says
 * @param taken the names that are there, in lower case
 */
export function keptName(name: string, extension: string | undefined, taken: ReadonlySet<string>): string {
  const [, stem = name, written = ''] = /^(.*)\.([^.]*)$/s.exec(name) ?? [];
  const base = slugOf(stem, LONGEST) || 'image';
  const end = (extension ?? written).toLowerCase();
  const named = (number: number) => (number < 2 ? `${base}.${end}` : `${base}-${number}.${end}`);
  let number = 1;
  while (taken.has(named(number))) number += 1;
  return named(number);
}
