/** Whoever made a work: a person, by two names, or an organisation, by its own. */
export type Author = { family: string; given: string } | { literal: string };

/** `Étienne, Élyne` is a person; a name without a comma is an organisation’s. */
export function readAuthor(name: string): Author {
  const [family = '', given = ''] = name.split(/\s*,\s*(.*)/s);
  return family && given ? { family: family.trim(), given: given.trim() } : { literal: name.trim() };
}

/** As one says it: `Élyne Étienne`. */
export function sayAuthor(name: string): string {
  const author = readAuthor(name);
  return 'literal' in author ? author.literal : `${author.given} ${author.family}`;
}
