import { fold } from '#domain/fold.ts';

/**
 * What two spellings of a place name have in common: `L’Haÿ-les-Roses` and `lhay les roses` → `lhaylesroses`,
 * `St Étienne` → `saintetienne`, `Lyon 9e Arrondissement` and `lyon 09` → `lyon9`. Letters a–z and digits alone.
 * Applied to the names when the shards are built, and to what a visitor types.
 */
export function keyOf(text: string): string {
  return fold(text)
    .replace(/\bs\//g, 'sur ')
    .replace(/\b(\d+)(?:er|re|e|eme|nde?)\b/g, '$1')
    .replace(/\barr(?:ondissements?|dt|t)?\b/g, '')
    .replace(/\b0+(?=\d)/g, '')
    .replace(/\bst(e?)[^a-z0-9]+/g, 'saint$1')
    .replace(/[^a-z0-9]/g, '');
}

/** The keys under which a name is found: whole, and without its article (`havre` for Le Havre). */
export function placeKeys(name: string): [string, ...string[]] {
  const bare = name.replace(/^(?:l['’]|(?:le|la|les)\s)/i, '');
  return bare === name ? [keyOf(name)] : [keyOf(name), keyOf(bare)];
}
