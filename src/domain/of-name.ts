/** A first letter that is heard as a vowel: `h` is silent but for `Hem`, `Hazebrouck`, `Houilles`, `Huningue`… */
const VOWEL = /^(?:[aeiouàâäéèêëîïôöùûüœæ]|y[^aeiou]|h(?:[éèêiy]|e(?!m\b)))/i;

/** An old town that goes by the name of its city is said with its article: `le Vieux-Lyon`; communes are not (`Vieux-Condé`). */
const OLD_TOWN = /^vieux[- ](?:annecy|lille|lyon|mans|nice|port|tours)$/i;

/** The article that the name brings, and the name without it: it melts into « à » and « de ». */
function articleOf(name: string): { plural: boolean; bare: string } | undefined {
  if (OLD_TOWN.test(name)) return { plural: false, bare: name };
  const [, article, bare] = /^(les?) (.+)$/is.exec(name) ?? [];
  return bare === undefined ? undefined : { plural: article?.length === 3, bare };
}

/** « à » before a proper name: `à Lyon`, `au Havre`, `aux Lilas`, `à La Rochelle`. */
export function atName(name: string): string {
  const named = articleOf(name);
  return named ? `${named.plural ? 'aux' : 'au'} ${named.bare}` : `à ${name}`;
}

/** « de » before a proper name: `de Lyon`, `d’Annecy`, `du Havre`, `des Lilas`, `de La Rochelle`. */
export function ofName(name: string): string {
  const named = articleOf(name);
  if (named) return `${named.plural ? 'des' : 'du'} ${named.bare}`;
  return VOWEL.test(name) ? `d’${name}` : `de ${name}`;
}
