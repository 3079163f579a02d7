import type { CollectionName } from '#schemas/index.ts';

/** Where each collection lives in the site: its list, and the folder of its entries' pages. */
const PLACES: Readonly<Record<CollectionName, { list: string; entries?: string }>> = {
  cantines: { list: '/cantines/', entries: '/cantines/' },
  sessions: { list: '/sessions/', entries: '/sessions/' },
  cohorts: { list: '/ouvrir-une-cantine/' },
  stories: { list: '/plaidoyer/', entries: '/plaidoyer/' },
  quotations: { list: '/plaidoyer/' },
  opportunities: { list: '/financements/', entries: '/financements/' },
  'joint-answers': { list: '/financements/ensemble/', entries: '/financements/ensemble/' },
  funders: { list: '/financeurs/', entries: '/financeurs/' },
  partnerships: { list: '/partenariats/' },
  guides: { list: '/espace-cantines/', entries: '/guides/' },
  templates: { list: '/espace-cantines/', entries: '/modeles/' },
  answers: { list: '/financements/reponses/' },
  figures: { list: '/chiffres/' },
  milestones: { list: '/qui-sommes-nous/' },
  pages: { list: '/' },
  settings: { list: '/' },
};

/** The fixed pages, whose texts are entries of `pages` of the same name (`accueil` is `/`). */
export const FIXED_PAGES = {
  accueil: '/',
  cantines: '/cantines/',
  sessions: '/sessions/',
  'ouvrir-une-cantine': '/ouvrir-une-cantine/',
  'fiche-projet': '/ouvrir-une-cantine/fiche-projet/',
  plaidoyer: '/plaidoyer/',
  restauration: '/restauration/',
  presse: '/presse/',
  financements: '/financements/',
  financeurs: '/financeurs/',
  partenariats: '/partenariats/',
  'espace-cantines': '/espace-cantines/',
  'poser-une-question': '/espace-cantines/question/',
  'qui-sommes-nous': '/qui-sommes-nous/',
  'premiere-fois': '/premiere-fois/',
  soutenir: '/soutenir/',
  chiffres: '/chiffres/',
  recherche: '/recherche/',
  'donnees-ouvertes': '/donnees-ouvertes/',
  accessibilite: '/accessibilite/',
  'mentions-legales': '/mentions-legales/',
  confidentialite: '/confidentialite/',
  'guide-de-redaction': '/admin/guide/',
  en: '/en/',
  'facile-a-lire': '/facile-a-lire/',
  'facile-premiere-fois': '/facile-a-lire/premiere-fois/',
  'facile-trouver': '/facile-a-lire/trouver/',
  'facile-ouvrir': '/facile-a-lire/ouvrir/',
  'facile-donner': '/facile-a-lire/donner/',
} as const;

export type FixedPage = keyof typeof FIXED_PAGES;

/** The pages that say the same in several languages, by language (BCP 47). */
export const TRANSLATIONS = { fr: FIXED_PAGES.accueil, en: FIXED_PAGES.en } as const;

export type Language = keyof typeof TRANSLATIONS;

/** The page that lists the entries of a collection. */
export const listPath = (collection: CollectionName): string => PLACES[collection].list;

/** True for a list whose entries have pages below it. */
export const repeatsPages = (path: string): boolean => Object.values(PLACES).some(({ entries }) => entries === path);

/**
 * The site path of the page that shows an entry: its own page, else the list it stands in,
 * at its anchor when it has one there.
 */
export function entryPath(collection: CollectionName, slug: string): string {
  const fixed: Readonly<Record<string, string>> = FIXED_PAGES;
  if (collection === 'pages') return (Object.hasOwn(fixed, slug) ? fixed[slug] : undefined) ?? '/';
  const { list, entries } = PLACES[collection];
  if (entries) return `${entries}${slug}/`;
  return collection === 'settings' ? list : `${list}#${slug}`;
}

/**
 * The ids of the parts of public pages, literal in their sources. An entry that stands in a list at an anchor of its
 * name cannot bear one of them; the headings of a text that do are given another id (`src/build/heading-ids.ts`).
 */
export const PAGE_IDS: ReadonlySet<string> = new Set([
  ...['contenu', 'entete-q', 'recherche-q', 'recherche-404', 'main', 'assiette', 'tuile', 'rang', 'ourlet'],
  ...[
    'carte',
    'ou',
    'lieu',
    'lieu-choix',
    'lieu-note',
    'territoire',
    'territoire-choix',
    'territoire-note',
    'embed-code',
    'filtres',
    'signaler',
  ],
  ...['marque-closed', 'marque-open', 'marque-paused', 'marque-preparing'],
  ...[
    'afficher',
    'colonnes',
    'horaires-confirmes',
    'colonnes-financements',
    'colonnes-chiffres',
    'compte-rendu',
    'entraide',
    'guides',
    'partenariats-nationaux',
    'repondre-ensemble',
    'vie-du-reseau',
    'contact-presse',
    'where',
    'modeles',
    'questions',
    'qui-repond',
    's-abonner',
    's-preparer',
    'lieu-du-projet',
  ],
  ...['courbes', 'progression', 'ouvertures', 'un-par-un', 'carte-de-france'],
  ...['qui-titre', 'recent-titre', 'fin-titre', 'r-source', 'r-source-faute', 'r-role-faute'],
  ...['produits', 'animation', 'equipement', 'formation', 'benevolat'],
]);

/** True when entries of the collection are parts of a page, at an anchor of their name. */
export const standInLists = (collection: CollectionName): boolean =>
  collection === 'cantines' || (PLACES[collection].list !== '/' && !hasOwnPages(collection));

/** The page of what a cantine can answer, with its calendar. */
export const cantineFundingPath = (cantine: string): string => `/financements/cantine/${cantine}/`;

/** Where those who know a cantine say what still holds of its fiche. */
export const confirmPath = (cantine: string): string => `${entryPath('cantines', cantine)}confirmer/`;

/** Where one says that the date of an opportunity is announced. */
export const datePath = (opportunity: string): string => `${entryPath('opportunities', opportunity)}date/`;

/** The sheet that leads there from the door of the cantine. */
export const doorSheetPath = (cantine: string): string => `${confirmPath(cantine)}affiche/`;

/** True when entries of the collection have a page of their own. */
export function hasOwnPages(collection: CollectionName): boolean {
  return PLACES[collection].entries !== undefined;
}
