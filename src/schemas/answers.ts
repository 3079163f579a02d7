import type { z } from 'zod';
import { VERSION_WORDS } from './answer-lengths.ts';
import { PROVENANCE_SECTION, provenance } from './common.ts';
import * as f from './kit/index.ts';
import { OPPORTUNITY_KINDS } from './opportunities.ts';

export const ANSWER_KINDS = {
  'qui-nous-sommes': 'Qui nous sommes',
  impact: 'Ce que cela change',
  budget: 'Budget',
  gouvernance: 'Gouvernance',
  evaluation: 'Évaluation',
  autre: 'Autre question',
} as const;

/** What the entry of a cantine says and an application asks for. */
export const ANSWER_FACTS = {
  name: 'Son nom',
  commune: 'Sa commune',
  association: 'Son association',
  openedOn: 'Depuis quand elle est ouverte',
  meals: 'Combien de fois elle ouvre sa table',
  seats: 'Ses places à table',
  cookingPlaces: 'Ses places en cuisine',
  costPrice: 'Le prix de revient d’un repas',
  economicModel: 'Son modèle économique',
} as const;
export type AnswerFact = keyof typeof ANSWER_FACTS;

export const BUDGET_SIDES = { expense: 'Dépense', income: 'Recette' } as const;

const version = (words: number) =>
  f.markdown({
    label: `En ${words} mots`,
    hint: 'Un chiffre se cite par un lien : [18 cantines](/chiffres/#nom-du-chiffre). Le texte du lien est toujours remplacé par la valeur du chiffre.',
    maxWords: words,
    maxLength: 6000,
  });

export const answers = f.collection({
  name: 'answers',
  label: 'Réponses aux dossiers',
  labelSingular: 'Réponse',
  description: 'Ce que tous les dossiers demandent, écrit une fois : chaque cantine y ajoute ce qui est à elle.',
  slug: '{{title}}',
  summary: '{{title}} — {{kind}}',
  viewGroups: [{ label: 'Genre', field: 'kind' }],
  body: { label: 'Conseil pour bien répondre', required: false, footnotes: false },
  sections: { budget: 'Lignes de budget', ...PROVENANCE_SECTION },
  fields: {
    title: f.text({
      label: 'Question',
      hint: 'Telle que les dossiers la posent : « Qui êtes-vous ? »',
      required: true,
      maxLength: 110,
    }),
    kind: f.choice({ label: 'Genre', options: ANSWER_KINDS, required: true }),
    order: f.integer({ label: 'Rang dans la liste', min: 0, max: 999, default: 100 }),
    calls: f.choices({
      label: 'Demandée pour',
      hint: 'Les types de financement qui posent cette question ; aucun : tous.',
      options: OPPORTUNITY_KINDS,
    }),
    versions: f.group({
      label: 'La réponse, par longueur',
      fields: {
        short: version(VERSION_WORDS.short),
        medium: version(VERSION_WORDS.medium),
        long: version(VERSION_WORDS.long),
      },
    }),
    prompts: f.list({
      label: 'Ce que chaque cantine ajoute',
      labelSingular: 'ajout',
      hint: 'Une chose par ligne : « le nombre de vos adhérents, et sa date ».',
      max: 12,
      item: f.text({ label: 'Ajout', required: true }),
    }),
    facts: f.choices({
      label: 'Tiré de la fiche de la cantine',
      hint: 'Proposé à côté de la réponse, avec sa date.',
      options: ANSWER_FACTS,
    }),
    budget: f.list({
      label: 'Lignes de budget',
      labelSingular: 'ligne',
      max: 40,
      item: f.group({
        label: 'Ligne',
        summary: '{{fields.side}} : {{fields.label}}',
        fields: {
          side: f.choice({ label: 'Côté', options: BUDGET_SIDES, required: true }),
          label: f.text({ label: 'Poste', required: true, maxLength: 80 }),
          covers: f.text({ label: 'Ce qu’il couvre', required: true }),
          figure: f.reference({
            label: 'Repère publié',
            hint: 'Un chiffre clé qui donne un ordre de grandeur ; vide si aucun n’est connu.',
            collection: 'figures',
          }),
        },
      }),
    }),
    ...provenance,
  },
  rules: [
    {
      fields: ['versions', 'prompts'],
      path: ['versions'],
      holds: ({ versions, prompts }) =>
        prompts.length > 0 || Object.values(versions).some((text) => text !== undefined),
      expected: 'une réponse, ou au moins ce que chaque cantine doit écrire',
      remedy: 'Écrivez l’une des trois longueurs, ou dites ce que la cantine ajoute.',
    },
  ],
});

export type Answer = z.output<(typeof answers)['schema']>;
