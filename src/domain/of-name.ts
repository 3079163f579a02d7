/** A first letter that is heard as a vowel: `h` is silent but for `Hem`, `Hazebrouck`, `Houilles`, `Huningue`… */
const VOWEL = /^(?:[aeiouàâäéèêëîïôöùûüœæ]|y[^aeiou]|h(?:[éèêiy]|e(?!m\b)))/i;

/** The article that a name brings; an old town is said with one (`le Vieux-Lyon`), a commune is not (`Vieux-Condé`). */
const articleOf = (name: string) => /^(?:(les?) (?=.)|(?=vieux[- ](?:lille|lyon|nice|port)$))(.+)/is.exec(name) ?? [];

/** « à » before a proper name: `à Lyon`, `au Havre`, `aux Lilas`, `à La Rochelle`, `au Vieux-Lyon`. */
export function atName(name: string): string {
  const [, article, bare] = articleOf(name);
  return bare === undefined ? `à ${name}` : `${article?.length === 3 ? 'aux' : 'au'} ${bare}`;
}

/** « de » before a proper name: `de Lyon`, `d’Annecy`, `du Havre`, `des Lilas`, `de La Rochelle`, `du Vieux-Lyon`. */
export function ofName(name: string): string {
  const [, article, bare] = articleOf(name);
  if (bare !== undefined) return `${article?.length === 3 ? 'des' : 'du'} ${bare}`;
  return VOWEL.test(name) ? `d’${name}` : `de ${name}`;
}
