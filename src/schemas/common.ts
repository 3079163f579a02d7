import { SCOPES } from '#domain/territory.ts';
import * as f from './kit/index.ts';

/** Where an entry comes from and whether it may be shown: the last fields of every collection. */
export const provenance = {
  sources: f.list({
    label: 'Sources',
    labelSingular: 'source',
    hint: 'Les pages où ces informations ont été lues.',
    ask: false,
    item: f.group({
      label: 'Source',
      summary: '{{fields.url}}',
      fields: {
        url: f.url({ label: 'Adresse de la page', required: true }),
        title: f.text({ label: 'Titre ou média', hint: 'Par exemple : Rue89 Bordeaux.' }),
        publishedOn: f.partialDate({
          label: 'Date de la page',
          hint: 'Telle qu’elle est imprimée ; vide si la page n’est pas datée.',
        }),
        readOn: f.date({ label: 'Lue le' }),
      },
    }),
  }),
  verifiedOn: f.date({
    label: 'Vérifié le',
    hint: 'Le jour où quelqu’un a relu toute la fiche et confirmé ce qu’elle dit.',
    ask: false,
  }),
  draft: f.tickBox({ label: 'Brouillon', hint: 'Cochez pour garder la fiche hors du site.', ask: false }),
  demo: f.tickBox({
    label: 'Exemple',
    hint: 'Une fiche inventée pour la démonstration : marquée « Exemple », absente du site en ligne.',
    ask: false,
  }),
};

type Source = { title?: string | undefined; readOn?: string | undefined };

/** A source that a reader can judge: it has a name and the day it was read. */
export const isNamed = ({ title, readOn }: Source): boolean => title !== undefined && readOn !== undefined;

/** The rule of an entry that states a fact about the network: it says where that was read, and when. */
export const SOURCED = {
  fields: ['sources'],
  path: ['sources'],
  holds: ({ sources }: { sources: readonly Source[] }) => sources.length > 0 && sources.every(isNamed),
  expected: 'au moins une source, chacune avec son titre et le jour où elle a été lue',
  remedy: 'Ajoutez l’adresse de la page, le nom du média ou de l’organisme, et « Lue le ».',
} as const;

/** Where they stand in the form. */
export const PROVENANCE_SECTION = { sources: 'Sources et publication' } as const;

/** The precision of « as of »: facts are shown with their date, the oldest are « à confirmer ». */
export const asOf = (label = 'Information du', column?: f.ColumnOptions) =>
  f.partialDate({
    label,
    column,
    hint: 'L’année, le mois ou le jour où c’était vrai pour la dernière fois. Vide si on ne sait pas.',
    ask: false,
  });

/** One sentence that stands for the entry in lists, search results and shared links. */
export const SUMMARY = {
  label: 'Résumé',
  hint: 'Une ou deux phrases, reprises dans les listes, la recherche et les partages.',
  required: true,
  maxLength: 240,
} as const;

/** Where an entry is told by editors alone. */
export const summary = f.paragraph({ ...SUMMARY, ask: false });

export const THEMES = {
  'alimentation-durable': 'Alimentation durable',
  'precarite-alimentaire': 'Précarité alimentaire',
  'anti-gaspillage': 'Lutte contre le gaspillage',
  'lien-social': 'Lien social et isolement',
  'personnes-agees': 'Personnes âgées',
  'enfance-jeunesse': 'Enfance et jeunesse',
  sante: 'Santé et nutrition',
  'quartiers-prioritaires': 'Quartiers prioritaires',
  ruralite: 'Ruralité',
  'vie-associative': 'Vie associative et bénévolat',
  fonctionnement: 'Fonctionnement',
  investissement: 'Investissement et équipement',
  emploi: 'Emploi et insertion',
  'innovation-sociale': 'Innovation sociale et ESS',
  essaimage: 'Essaimage et changement d’échelle',
  transition: 'Transition écologique',
  inclusion: 'Inclusion et lutte contre les inégalités',
  collecte: 'Dons et collecte',
} as const;

/** The area where something applies, by official codes (INSEE, SIREN for an EPCI). */
export const territory = f.group({
  label: 'Territoire',
  picker: 'territory',
  fields: {
    scope: f.choice({
      label: 'Échelle',
      hint: '« Autre » : un territoire sans code officiel (parc, GAL, quartier).',
      options: SCOPES,
      required: true,
    }),
    name: f.text({ label: 'Nom du territoire', hint: 'Par exemple : Métropole de Lyon.', required: true }),
    codes: f.list({
      label: 'Codes officiels',
      labelSingular: 'code',
      picker: 'by hand',
      // A territory may be told commune by commune.
      max: 400,
      hint: 'Code INSEE de la région (84), du département (01, 2A), de la commune (69123), ou SIREN de l’intercommunalité (200046977). Vide pour la France entière. Pour un territoire « Autre » : les départements, intercommunalités ou communes où il se trouve.',
      item: f.patterned({
        label: 'Code',
        pattern: /^(?:\d{2,3}|2A|2B|\d{5}|2[AB]\d{3}|\d{9})$/,
        expected: 'un code INSEE (2, 3 ou 5 signes) ou SIREN (9 chiffres)',
        remedy: 'Écrivez le code, par exemple 01 pour l’Ain, 69123 pour Lyon ou 200046977 pour la Métropole de Lyon.',
        examples: ['84', '01', '2A', '974', '69123', '200046977'],
      }),
    }),
  },
  rules: [
    {
      fields: ['scope', 'codes'],
      path: ['codes'],
      holds: ({ scope, codes }) => scope !== 'national' || codes.length === 0,
      expected: 'aucun code quand l’échelle est la France entière',
      remedy: 'Videz les codes, ou choisissez une échelle plus petite.',
    },
  ],
});
