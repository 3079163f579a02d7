/** A first letter that is heard as a vowel: `h` is silent but for `Hem`, `Hazebrouck`, `Houilles`, `Huningue`… */
const VOWEL = /^(?:[aeiouàâäéèêëîïôöùûüœæ]|y[^aeiou]|h(?:[éèêiy]|e(?!m\b)))/i;

const articleOf = (name: string) => /^(les?) (.+)$/is.exec(name) ?? [];

/** « à » before a proper name: `à Lyon`, `au Havre`, `aux Lilas`, `à La Rochelle`. */
export function atName(name: string): string {
  const [, article, bare] = articleOf(name);
  return bare === undefined ? `à ${name}` : `${article?.length === 2 ? 'au' : 'aux'} ${bare}`;
}

/** « de » before a proper name: `de Lyon`, `d’Annecy`, `du Havre`, `des Lilas`, `de La Rochelle`. */
export function ofName(name: string): string {
  const [, article, bare] = articleOf(name);
  if (bare !== undefined) return `${article?.length === 2 ? 'du' : 'des'} ${bare}`;
  return VOWEL.test(name) ? `d’${name}` : `de ${name}`;
}
