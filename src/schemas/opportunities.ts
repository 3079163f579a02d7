import type { z } from 'zod';
import { AUDIENCES } from '#domain/audience.ts';
import { MONTHS } from '#domain/date-words.ts';
import { ACTIONS, LAUNCHERS, SHARES } from './actions.ts';
import { APPROVALS } from './approvals.ts';
import { asOf, PROVENANCE_SECTION, provenance, summary, territory, THEMES } from './common.ts';
import * as f from './kit/index.ts';

export const OPPORTUNITY_KINDS = {
  'appel-a-projets': 'Appel à projets',
  subvention: 'Subvention',
  mecenat: 'Mécénat',
  prix: 'Prix',
  pret: 'Prêt',
  garantie: 'Garantie',
  'don-en-nature': 'Don en nature',
  'financement-participatif': 'Financement participatif',
  accompagnement: 'Accompagnement',
} as const;

export const RHYTHMS = {
  permanent: 'Toute l’année',
  annual: 'Une fois par an',
  several: 'Plusieurs fois par an',
  'one-off': 'Une seule fois',
  recurring: 'Revient, à préciser',
  unknown: 'Rythme non renseigné',
} as const;

export const EFFORTS = {
  light: 'Dossier léger (moins d’une journée)',
  medium: 'Dossier moyen (quelques jours)',
  heavy: 'Dossier lourd (plusieurs semaines)',
} as const;

/** Whether a call takes the answer of several associations together. */
export const COLLECTIVE = {
  wanted: 'Demandé : il faut être plusieurs',
  welcome: 'Possible',
  refused: 'Non : une structure par dossier',
  unknown: 'Non renseigné',
} as const;

export const CONFIDENCE = {
  high: 'Bonne : nous l’avons lue sur une page de l’année',
  medium: 'Moyenne : la page est plus ancienne, ou une base publique le dit',
  low: 'Faible : la page a plus de deux ans, n’est pas datée, ou parle de seconde main',
} as const;

/** A lower limit is never above its upper one. */
const inOrder = <Low extends string, High extends string>(low: Low, high: High) => ({
  fields: [low, high],
  path: [high],
  holds: (limits: Readonly<Partial<Record<Low | High, number>>>) => (limits[low] ?? 0) <= (limits[high] ?? Infinity),
  expected: 'un maximum au moins égal au minimum',
  remedy: 'Échangez les deux nombres, ou corrigez celui qui est faux.',
});

const months = (label: string) => f.choices({ label, options: MONTHS });

/** Bases that entries are imported from. */
export const PROVIDERS = { 'aides-territoires': 'Aides-territoires' } as const;

export const opportunities = f.collection({
  name: 'opportunities',
  label: 'Financements',
  labelSingular: 'Financement',
  description: 'La veille : appels à projets, subventions, mécénat, prix, prêts, dons en nature.',
  slug: '{{title}}',
  summary: '{{title}} — {{kind}}',
  sortableFields: ['title', 'verifiedOn'],
  viewGroups: [
    { label: 'Type', field: 'kind' },
    { label: 'Confiance', field: 'confidence' },
  ],
  body: { label: 'À savoir', hint: 'Conseils, historique, sources secondaires.', required: false },
  sections: {
    audience: 'Pour qui et où',
    amounts: 'Montants',
    rhythm: 'Quand cela revient',
    formUrl: 'Le dossier',
    origin: PROVENANCE_SECTION.sources,
  },
  fields: {
    title: f.text({ label: 'Titre', required: true, maxLength: 140 }),
    summary,
    kind: f.choice({ label: 'Type', options: OPPORTUNITY_KINDS, required: true }),
    funder: f.reference({ label: 'Financeur', collection: 'funders', required: true }),
    coFunders: f.text({ label: 'Avec', hint: 'Les autres financeurs, s’il y en a.' }),
    windows: f.list({
      label: 'Périodes de dépôt',
      labelSingular: 'période',
      max: 40,
      hint: 'Seulement des dates lues chez le financeur ou dans la presse, jamais devinées.',
      item: f.group({
        label: 'Période',
        summary: '{{fields.opensOn}} → {{fields.closesOn}}',
        fields: {
          opensOn: f.date({ label: 'Ouvre le' }),
          closesOn: f.date({ label: 'Clôt le' }),
          note: f.text({ label: 'Précision', hint: '« à midi », « campagne 2026 »' }),
        },
        rules: [
          {
            fields: ['opensOn', 'closesOn'],
            path: ['closesOn'],
            holds: ({ opensOn, closesOn }) => opensOn === undefined || closesOn === undefined || opensOn <= closesOn,
            expected: 'une clôture qui n’est pas avant l’ouverture',
            remedy: 'Échangez les deux dates, ou corrigez celle qui est fausse.',
          },
          {
            fields: ['opensOn', 'closesOn'],
            path: ['closesOn'],
            holds: ({ opensOn, closesOn }) => opensOn !== undefined || closesOn !== undefined,
            expected: 'au moins une date',
            remedy: 'Donnez la date d’ouverture ou la date de clôture, ou retirez cette période.',
          },
        ],
      }),
    }),
    officialUrl: f.url({ label: 'Page officielle' }),
    confidence: f.choice({
      label: 'Confiance',
      hint: 'Ce qui porte la fiche. « Bonne » engage qui l’a lue : un import ne la met jamais.',
      options: CONFIDENCE,
      required: true,
    }),
    audience: f.choices({
      label: 'Pour qui',
      hint: 'C’est notre lecture, pas la parole du financeur.',
      options: AUDIENCES,
      min: 1,
    }),
    territory,
    themes: f.choices({ label: 'Thèmes', options: THEMES }),
    eligibility: f.group({
      label: 'Qui peut répondre',
      fields: {
        text: f.paragraph({ label: 'En toutes lettres', maxLength: 600 }),
        conditionsRead: f.tickBox({
          label: 'Conditions lues',
          hint: 'Cochez quand tout ce que le texte demande est dit ci-dessous, dans un critère ou dans « Reste à juger ». Sans cela, la veille répond « peut-être, à lire », jamais « oui ».',
        }),
        toCheck: f.list({
          label: 'Reste à juger',
          labelSingular: 'condition',
          max: 10,
          hint: 'Ce qu’aucun critère ne dit, une condition par ligne, sans majuscule : « porter un projet social de territoire ».',
          item: f.text({ label: 'Condition', required: true, maxLength: 160 }),
        }),
        association: f.tickBox({
          label: 'Association déjà créée',
          hint: 'Cochez si l’appel veut une association, ou une structure, qui existe.',
        }),
        seat: f.tickBox({ label: 'Siège dans le territoire', hint: 'Cochez si y agir ne suffit pas.' }),
        minAgeYears: f.integer({ label: 'Ancienneté minimale (années)', min: 0, max: 20 }),
        maxEmployees: f.decimal({ label: 'Salariés au plus (ETP)', min: 0, max: 1000 }),
        minEmployees: f.decimal({ label: 'Salariés au moins (ETP)', min: 0, max: 1000 }),
        minBudget: f.integer({ label: 'Budget annuel minimal (€)', min: 0 }),
        minResources: f.integer({
          label: 'Ressources annuelles au moins (€)',
          hint: 'Ce que l’association a reçu dans l’année, toutes ressources comprises.',
          min: 0,
        }),
        maxResources: f.integer({ label: 'Ressources annuelles au plus (€)', min: 0 }),
        minProjectBudget: f.integer({ label: 'Budget du projet au moins (€)', min: 0 }),
        maxProjectBudget: f.integer({ label: 'Budget du projet au plus (€)', min: 0 }),
        approvals: f.choices({
          label: 'Agréments demandés',
          hint: 'Tous ceux qui sont choisis sont demandés. Un agrément que l’appel donne n’en est pas un qu’il demande.',
          options: APPROVALS,
        }),
        actions: f.choices({
          label: 'L’action doit être',
          hint: 'Ce que le projet doit faire, ou à qui il s’adresse. Tout ce qui est choisi est demandé.',
          options: ACTIONS,
        }),
        priorityDistrict: f.tickBox({
          label: 'Quartier prioritaire',
          hint: 'Cochez si l’action doit toucher un quartier de la politique de la ville.',
        }),
        sponsor: f.text({
          label: 'Parrainage demandé',
          hint: 'Par qui il faut être parrainé ou choisi : « un magasin Biocoop ».',
          maxLength: 80,
        }),
        launchedBy: f.choice({
          label: 'Lancé par',
          hint: 'Quand chacun ouvre son propre appel, avec ses règles et ses dates.',
          options: LAUNCHERS,
        }),
        exception: f.text({
          label: 'Exception',
          hint: 'Ce qui admet une cantine à qui manque un critère, sans majuscule : « une dérogation est possible pour un projet très local ».',
          maxLength: 160,
        }),
      },
      rules: [
        inOrder('minEmployees', 'maxEmployees'),
        inOrder('minResources', 'maxResources'),
        inOrder('minProjectBudget', 'maxProjectBudget'),
      ],
    }),
    amounts: f.group({
      label: 'Montants (€)',
      fields: {
        min: f.integer({ label: 'Au moins', min: 0 }),
        max: f.integer({ label: 'Au plus', min: 0 }),
        envelope: f.integer({ label: 'Enveloppe totale', min: 0 }),
        note: f.paragraph({ label: 'Précisions', maxLength: 400 }),
      },
      rules: [
        {
          fields: ['min', 'max'],
          path: ['max'],
          holds: ({ min, max }) => min === undefined || max === undefined || min <= max,
          expected: 'un montant maximal au moins égal au montant minimal',
          remedy: 'Échangez les deux montants, ou corrigez celui qui est faux.',
        },
      ],
    }),
    fundedShare: f.integer({
      label: 'Part au plus (%)',
      hint: '80 pour « jusqu’à 80 % » ; le reste est à trouver ailleurs.',
      min: 1,
      max: 100,
    }),
    fundedShareOf: f.choice({
      label: 'Part de quoi',
      hint: 'Une garantie couvre une part d’un prêt, une aide à l’emploi une part du Smic. Vide : du projet.',
      options: SHARES,
    }),
    rhythm: f.choice({
      label: 'Rythme',
      hint: '« Revient, à préciser » quand on sait que l’appel revient, sans savoir tous les combien.',
      options: RHYTHMS,
      default: 'unknown',
    }),
    usualMonths: f.group({
      label: 'Mois habituels',
      hint: 'Constatés les années passées. Montrés comme un usage, jamais comme une date limite.',
      fields: {
        opens: months('Ouvre d’habitude en'),
        closes: months('Clôt d’habitude en'),
      },
    }),
    formUrl: f.url({ label: 'Formulaire de dépôt' }),
    documents: f.list({
      label: 'Pièces à réunir',
      labelSingular: 'pièce',
      item: f.text({ label: 'Pièce', required: true }),
    }),
    effort: f.choice({
      label: 'Travail demandé',
      hint: 'Léger : une inscription, une lettre, un formulaire d’une page, ou pas de dossier. Moyen : un dossier avec le projet et son budget. Lourd : plusieurs financeurs ou partenaires à réunir, ou un budget sur plusieurs années. Vide tant qu’aucune source ne le dit : le plan le compte alors comme moyen, et le dit.',
      options: EFFORTS,
    }),
    collective: f.choice({
      label: 'Répondre à plusieurs',
      hint: 'Ce que dit l’appel. Une réponse commune qui se prépare est une fiche à part, « Réponses communes ».',
      options: COLLECTIVE,
      default: 'unknown',
    }),
    supported: f.list({
      label: 'Cantines déjà soutenues',
      labelSingular: 'cantine soutenue',
      item: f.group({
        label: 'Cantine soutenue',
        summary: '{{fields.cantine}} — {{fields.asOf}}',
        fields: {
          cantine: f.reference({ label: 'Cantine', collection: 'cantines', required: true }),
          rereads: f.yesNoUnknown({
            label: 'Accepte de relire',
            hint: '« Oui » seulement si elle l’a dit : la page de l’appel propose alors de lui demander une relecture, à l’e-mail de sa fiche. Sans réponse, c’est le réseau qui met en lien.',
          }),
          asOf: asOf('Année du soutien'),
          amount: f.integer({ label: 'Montant reçu (€)', hint: 'Seulement s’il est public.', min: 0 }),
          source: f.url({ label: 'Source', hint: 'Où ce soutien a été lu.' }),
          reportUrl: f.url({ label: 'Bilan', hint: 'Son adresse, s’il est public.' }),
        },
      }),
    }),
    guides: f.references({ label: 'Guides utiles', collection: 'guides' }),
    origin: f.optionalGroup({
      label: 'Origine',
      hint: 'Rempli par l’import : à ne pas changer, il reconnaît la fiche ainsi.',
      fields: {
        provider: f.choice({ label: 'Base', options: PROVIDERS, required: true }),
        id: f.text({ label: 'Identifiant dans la base', required: true, maxLength: 40 }),
        reasons: f.list({
          label: 'Pourquoi elle est proposée',
          labelSingular: 'raison',
          hint: 'Ce que l’import a reconnu dans l’aide, ce qui pèse le plus d’abord. Rien n’en est montré.',
          item: f.text({ label: 'Raison', required: true, maxLength: 200 }),
        }),
      },
    }),
    ...provenance,
  },
});

export type Opportunity = z.output<(typeof opportunities)['schema']>;
