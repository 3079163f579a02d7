import type { z } from 'zod';
import { looksPersonal } from './addresses.ts';
import { SHARED_ADDRESS } from './alerts.ts';
import { PROVENANCE_SECTION, provenance, summary } from './common.ts';
import * as f from './kit/index.ts';
import { NOBODY_BELOW, nobodyIn } from './persons.ts';

export const JOINT_ANSWER_STATUS = {
  open: 'Cherche des cantines',
  complete: 'Au complet, en préparation',
  submitted: 'Déposée',
  won: 'Obtenue',
  refused: 'Refusée',
  dropped: 'Abandonnée',
} as const;

export const PIECE_STATES = { todo: 'À faire', doing: 'En cours', ready: 'Prêt' } as const;

const cantine = (label: string, hint: string) => f.reference({ label, hint, collection: 'cantines' });

/** A part is in the hands of a cantine or of the network, not of both. */
const oneInCharge = {
  fields: ['cantine', 'network'],
  path: ['network'],
  holds: ({ cantine, network }: { cantine?: string | undefined; network: boolean }) =>
    cantine === undefined || !network,
  expected: 'une cantine, ou le réseau',
  remedy:
    'Gardez l’un des deux : décochez « Le réseau s’en charge », ou videz la cantine. À deux, faites-en deux lignes.',
} as const;

export const jointAnswers = f.collection({
  name: 'joint-answers',
  label: 'Réponses communes',
  labelSingular: 'Réponse commune',
  description:
    'Les appels auxquels plusieurs cantines répondent ensemble : qui porte, qui en est, ce qui reste à prendre. Une intention publique, sans donnée personnelle.',
  slug: '{{title}}',
  summary: '{{title}} — {{status}}',
  viewFilters: [{ label: 'Cherchent des cantines', field: 'status', pattern: 'open' }],
  viewGroups: [{ label: 'État', field: 'status' }],
  sortableFields: ['title', 'status', 'joinBy'],
  body: {
    label: 'Ce que nous ferions ensemble',
    hint: 'Public : aucun nom de personne, aucune adresse, aucun numéro.',
    required: false,
    rule: NOBODY_BELOW,
  },
  sections: {
    parts: 'Qui fait quoi',
    contact: 'Contact et annonce',
    ...PROVENANCE_SECTION,
  },
  fields: {
    title: f.text({ label: 'Titre', required: true, maxLength: 110 }),
    summary,
    opportunity: f.reference({
      label: 'Financement',
      hint: 'L’appel auquel on répond. Ses dates sont lues dans sa fiche.',
      collection: 'opportunities',
      required: true,
    }),
    status: f.choice({ label: 'État', options: JOINT_ANSWER_STATUS, default: 'open' }),
    joinBy: f.date({ label: 'Se joindre avant le', hint: 'Le dernier jour pour dire que l’on en est.' }),
    lead: cantine('Cantine qui porte la réponse', 'Vide : le réseau.'),
    members: f.references({ label: 'Cantines qui en sont', hint: 'Sans celle qui porte.', collection: 'cantines' }),
    seats: f.integer({ label: 'Combien de cantines encore', hint: 'Vide si le nombre est libre.', min: 1, max: 50 }),
    sought: f.text({
      label: 'Lesquelles',
      hint: 'Un profil, un territoire : « des cantines ouvertes d’Auvergne-Rhône-Alpes ».',
      maxLength: 160,
    }),
    parts: f.list({
      label: 'Parts',
      labelSingular: 'part',
      max: 30,
      item: f.group({
        label: 'Part',
        summary: '{{fields.what}}',
        fields: {
          what: f.text({ label: 'Quoi', hint: '« Écrire le budget commun »', required: true, maxLength: 140 }),
          cantine: cantine('Qui s’en charge', 'Vide : à prendre.'),
          network: f.tickBox({ label: 'Le réseau s’en charge' }),
          amount: f.integer({
            label: 'Montant (€)',
            hint: 'La part de la somme demandée, si elle est connue.',
            min: 0,
          }),
          dueOn: f.date({ label: 'Pour le' }),
        },
        rules: [nobodyIn('what'), oneInCharge],
      }),
    }),
    documents: f.list({
      label: 'Pièces',
      labelSingular: 'pièce',
      max: 40,
      item: f.group({
        label: 'Pièce',
        summary: '{{fields.what}} — {{fields.state}}',
        fields: {
          what: f.text({ label: 'Pièce', required: true, maxLength: 140 }),
          cantine: cantine('Qui s’en charge', 'Vide : chacune la sienne, ou à prendre.'),
          network: f.tickBox({ label: 'Le réseau s’en charge' }),
          state: f.choice({ label: 'Où elle en est', options: PIECE_STATES, default: 'todo' }),
        },
        rules: [nobodyIn('what'), oneInCharge],
      }),
    }),
    contact: f.email({
      label: 'Contact',
      hint: 'Une adresse partagée, jamais celle d’une personne : elle est montrée. Vide : l’e-mail de la cantine qui porte, sinon celui du réseau.',
    }),
    openedOn: f.date({ label: 'Annoncée le', hint: 'Le jour où la réponse commune a été proposée aux cantines.' }),
    ...provenance,
  },
  rules: [
    nobodyIn('title'),
    nobodyIn('summary'),
    nobodyIn('sought'),
    {
      fields: ['contact'],
      path: ['contact'],
      holds: ({ contact }) => contact === undefined || !looksPersonal(contact),
      expected: SHARED_ADDRESS.expected,
      remedy:
        'Choisissez une adresse que l’équipe partage, par exemple cantine.villebasse@exemple.org, ou videz ce champ : on écrira à la cantine qui porte, sinon au réseau.',
      quotes: true,
    },
    {
      fields: ['lead', 'members'],
      path: ['members'],
      holds: ({ lead, members }) => lead === undefined || !members.includes(lead),
      expected: 'les autres cantines, sans celle qui porte la réponse',
      remedy: 'Retirez de « Cantines qui en sont » la cantine qui porte la réponse.',
    },
  ],
});

export type JointAnswer = z.output<(typeof jointAnswers)['schema']>;
