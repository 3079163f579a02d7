import type { PartKind } from '#schemas/parts.ts';
import type { FixedPage } from './routes.ts';

/** The kinds that read one after the other in sections, in their order. */
const IN_ORDER: readonly PartKind[] = ['texte', 'etape', 'question', 'porte', 'dates', 'contact'];
const EASY: readonly PartKind[] = ['facile'];

/** What the parts of a fixed page may be; a page that is not named here shows none. */
const SHOWN: Partial<Record<FixedPage, readonly PartKind[]>> = {
  accueil: ['question', 'porte', 'texte', 'etape'],
  'qui-sommes-nous': IN_ORDER,
  'premiere-fois': IN_ORDER,
  soutenir: IN_ORDER,
  restauration: IN_ORDER,
  plaidoyer: IN_ORDER,
  presse: ['recopier', ...IN_ORDER],
  'espace-cantines': ['porte'],
  en: ['etape', 'question', 'texte', 'porte'],
  'facile-a-lire': EASY,
  'facile-premiere-fois': EASY,
  'facile-trouver': EASY,
  'facile-ouvrir': EASY,
  'facile-donner': EASY,
};

/** The kinds of parts that the page of this name shows: a part of another kind would appear nowhere. */
export function shownKinds(page: string): readonly PartKind[] {
  const shown: Readonly<Record<string, readonly PartKind[]>> = SHOWN;
  return (Object.hasOwn(shown, page) ? shown[page] : undefined) ?? [];
}
