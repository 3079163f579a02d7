import type { FixedPage } from '#content/routes.ts';
import type { SceneName } from '#schemas/parts.ts';
import type { STORY_THEMES } from '#schemas/stories.ts';

/** What the image of a story shows. */
export const SCENE_OF_THEME: Readonly<Record<keyof typeof STORY_THEMES, SceneName>> = {
  confiance: 'mains',
  table: 'table',
  isolement: 'porte',
  'prix-libre': 'tirelire',
  gouvernance: 'reunion',
  restauration: 'toque',
};

/** What the image of a fixed page shows: two pages of the menu never the same. */
const SCENE_OF_PAGE: Readonly<Partial<Record<FixedPage, SceneName>>> = {
  accueil: 'table',
  cantines: 'cantine',
  sessions: 'reunion',
  'ouvrir-une-cantine': 'graine',
  'fiche-projet': 'planche',
  plaidoyer: 'voix',
  restauration: 'toque',
  financements: 'tirelire',
  partenariats: 'marche',
  'espace-cantines': 'carte',
  'poser-une-question': 'voix',
  chiffres: 'assiette',
  'qui-sommes-nous': 'vaisselle',
  'premiere-fois': 'porte',
  soutenir: 'mains',
  presse: 'livre',
};

/** The drawing of a fixed page: that of its subject, else the first of its parts; none for a legal page. */
export function sceneOfPage(name: string, parts: readonly { scene?: SceneName | undefined }[]): SceneName | undefined {
  const known: Readonly<Record<string, SceneName | undefined>> = SCENE_OF_PAGE;
  return (Object.hasOwn(known, name) ? known[name] : undefined) ?? parts.find(({ scene }) => scene)?.scene;
}
