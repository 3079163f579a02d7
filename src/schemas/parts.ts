import type { z } from 'zod';
import { countHeardWords, sentencesOf } from '#domain/readability.ts';
import * as f from './kit/index.ts';

/** The drawings of the site, in `src/components/scenes/`. */
export const SCENES = {
  porte: 'La porte poussée',
  marche: 'Le panier du marché',
  planche: 'La planche et les légumes',
  mains: 'Des mains qui se passent un plat',
  table: 'La table mise',
  assiette: 'L’assiette servie',
  tirelire: 'Le prix libre',
  vaisselle: 'La vaisselle à deux',
  enfants: 'Un enfant à table',
  reunion: 'Une équipe autour d’une table',
  cantine: 'La devanture d’une cantine',
  livre: 'Un livre ouvert',
  voix: 'Une voix qui parle',
  toque: 'La toque du chef',
  graine: 'Une graine qui pousse',
  carte: 'Un chemin d’une cantine à l’autre',
} as const;

export type SceneName = keyof typeof SCENES;

/** What a part of a page is to its reader; `src/content/page-parts.ts` says which kinds each page shows. */
export const PART_KINDS = {
  texte: 'Un texte',
  etape: 'Une étape, dans l’ordre',
  question: 'Une question et sa réponse',
  porte: 'Une carte',
  recopier: 'Un texte à recopier',
  facile: 'Un passage facile à lire (FALC)',
  dates: 'La ligne des dates du réseau',
  contact: 'Comment joindre le réseau',
} as const;

export type PartKind = keyof typeof PART_KINDS;

/**
 * The words of a sentence that everybody can read: « des phrases courtes » say the European rules for easy-to-read
 * information (« L’information pour tous », Inclusion Europe and Unapei), which count none.
 */
const EASY_SENTENCE = 15;

function isEasy(text: string): boolean {
  const sentences = f.markdownBlocks(text).flatMap(sentencesOf);
  return sentences.every((sentence) => countHeardWords(sentence) <= EASY_SENTENCE);
}

/** Why a part may cite no source: it states nothing about the network that one would want to check. */
export const UNSOURCED = {
  invitation: 'Une invitation, un lien',
  site: 'Comment se servir de ce site',
  attente: 'À fournir par le réseau',
} as const;

/** A part of a fixed page: a title, a text, and what goes with them. */
const part = f.group({
  label: 'Partie',
  summary: '{{fields.title}}',
  fields: {
    kind: f.choice({ label: 'Sorte', options: PART_KINDS, default: 'texte' }),
    title: f.text({ label: 'Titre', required: true, maxLength: 110 }),
    kicker: f.text({
      label: 'Surtitre',
      hint: 'Au-dessus du titre : une heure (« 9 h 30 »), un nombre, un mot.',
      maxLength: 60,
    }),
    text: f.markdown({ label: 'Texte', maxLength: 3000 }),
    scene: f.choice({ label: 'Dessin', hint: 'Vide : aucun dessin.', options: SCENES }),
    figures: f.references({ label: 'Chiffres cités', collection: 'figures', max: 4 }),
    links: f.list({
      label: 'Liens',
      labelSingular: 'lien',
      hint: 'Où l’on va ensuite.',
      max: 4,
      item: f.group({
        label: 'Lien',
        summary: '{{fields.label}}',
        fields: {
          label: f.text({ label: 'Texte du lien', required: true, maxLength: 80 }),
          href: f.link({ label: 'Adresse', required: true }),
        },
      }),
    }),
    sources: f.list({
      label: 'Sources de cette partie',
      labelSingular: 'source',
      hint: 'Les adresses, parmi les sources de la page, d’où vient ce que cette partie affirme.',
      item: f.url({ label: 'Adresse', required: true }),
    }),
    unsourced: f.choice({
      label: 'Sans source, parce que c’est',
      hint: 'Vide dès que la partie affirme quelque chose : elle cite alors une source.',
      options: UNSOURCED,
    }),
  },
  rules: [
    {
      fields: ['kind', 'text'],
      path: ['text'],
      holds: ({ kind, text }) => kind !== 'facile' || isEasy(text ?? ''),
      expected: `des phrases de ${EASY_SENTENCE} mots au plus, puisque ce passage est facile à lire`,
      remedy:
        'Mettez une idée par phrase et une phrase par ligne, avec une ligne vide entre deux, ou faites une liste.',
      quotes: true,
    },
    {
      fields: ['kind', 'scene'],
      path: ['scene'],
      holds: ({ kind, scene }) => kind !== 'facile' || scene !== undefined,
      expected: 'un dessin, puisque ce passage est facile à lire',
      remedy: 'Choisissez le dessin qui montre ce que dit le texte.',
    },
    {
      fields: ['sources', 'unsourced', 'kind'],
      path: ['sources'],
      // Each date of the line has its own sources, and the settings say where to write.
      holds: ({ sources, unsourced, kind }) =>
        sources.length > 0 || unsourced !== undefined || kind === 'dates' || kind === 'contact',
      expected: 'une source, parmi celles de la page, ou la raison de n’en citer aucune',
      remedy:
        'Ajoutez l’adresse d’où vient ce que cette partie affirme, ou choisissez pourquoi elle n’en a pas dans « Sans source, parce que c’est ».',
    },
  ],
});

export const parts = f.list({
  label: 'Parties',
  labelSingular: 'partie',
  hint: 'Les morceaux de la page, dans l’ordre où ils se lisent. Certaines pages rassemblent ceux d’une même sorte.',
  max: 60,
  item: part,
});

export type Part = z.output<typeof part>;

/** The addresses that parts cite and that are not among these sources of their page. */
export const unlistedSources = (
  cited: readonly Pick<Part, 'sources'>[],
  listed: readonly { url: string }[],
): string[] => {
  const known = new Set(listed.map(({ url }) => url));
  return cited.flatMap(({ sources }) => sources).filter((url) => !known.has(url));
};
