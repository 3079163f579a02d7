import { slugOf } from '#domain/slug.ts';

/** The themes of Aides-territoires, some of which hold the sign that parts a theme from its sub-theme. */
const THEMES = [
  'Culture et identité collective / patrimoine / sports',
  'Développement économique / production et consommation',
  'Eau et milieux aquatiques',
  'Énergies / Déchets',
  'Fonctions support',
  'Mobilité / transports',
  'Nature / environnement',
  'Solidarités / lien social',
  'Urbanisme / logement / aménagement',
].map((theme) => theme.split(' / ').map((part) => slugOf(part)));

/**
 * The sub-themes of categories, `Theme / Sub-theme` (version 1.8 of the API) or `Theme|Sub-theme` (before): the theme
 * alone says little, « Solidarités / lien social » is that of animal protection too.
 */
export const subThemes = (categories: readonly string[]): string[] => categories.map(subTheme);

function subTheme(category: string): string {
  const parts = category.split(/\s*\|\s*|\s+\/\s+/);
  const slugs = parts.map((part) => slugOf(part));
  const theme = THEMES.find((each) => each.every((slug, index) => slugs[index] === slug));
  return parts.slice(theme && theme.length < parts.length ? theme.length : 0).join(' / ');
}
