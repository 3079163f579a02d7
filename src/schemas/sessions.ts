import type { z } from 'zod';
import { TIME_ZONES } from '#domain/time-zones.ts';
import { PROVENANCE_SECTION, provenance, SUMMARY } from './common.ts';
import * as f from './kit/index.ts';

export const SESSION_KINDS = {
  'ca-mijote': 'Ça mijote',
  'formation-restauration': 'Formation restauration',
  'formation-cantines': 'Formation des cantines',
  visio: 'Visio du réseau',
  'visite-en-cantine': 'Visite en cantine',
  'journee-strategique': 'Journée stratégique',
  seminaire: 'Séminaire',
  'temps-collectif': 'Autre temps collectif',
  'portes-ouvertes': 'Portes ouvertes',
} as const;

export const SESSION_STATUS = {
  scheduled: 'Prévue',
  full: 'Complète',
  postponed: 'Reportée',
  cancelled: 'Annulée',
} as const;

export const ATTENDANCE = { online: 'En ligne', onSite: 'Sur place', mixed: 'Sur place et en ligne' } as const;

export const sessions = f.collection({
  name: 'sessions',
  label: 'Sessions',
  labelSingular: 'Session',
  description:
    'Les rendez-vous : « ça mijote », formations, vie du réseau (visios, visites, séminaire…), portes ouvertes.',
  // Decap's own {{year}} would be today's: no field here bears the name that it looks for.
  slug: "{{startsAt | date('YYYY-MM')}}-{{title}}",
  summary: '{{startsAt}} — {{title}} ({{status}})',
  sortableFields: ['startsAt', 'title'],
  viewFilters: [{ label: 'Ça mijote', field: 'kind', pattern: 'ca-mijote' }],
  viewGroups: [{ label: 'Type', field: 'kind' }],
  body: { label: 'À quoi s’attendre', hint: 'Le déroulé, ce qu’il faut apporter, qui sera là.', required: false },
  sections: {
    venue: 'Autre lieu et visio',
    hosts: 'Accueil et inscription',
    cohort: 'Promotion et compte rendu',
    ...PROVENANCE_SECTION,
  },
  fields: {
    title: f.text({ label: 'Titre', required: true, maxLength: 90 }),
    // Who proposes a session tells it: nobody else could.
    summary: f.paragraph(SUMMARY),
    kind: f.choice({ label: 'Type', options: SESSION_KINDS, required: true }),
    status: f.choice({ label: 'État', options: SESSION_STATUS, default: 'scheduled', ask: false }),
    startsAt: f.dateTime({ label: 'Début', hint: 'Le jour et l’heure sur place.', required: true }),
    endsAt: f.dateTime({ label: 'Fin', hint: 'Le jour et l’heure sur place.', required: true }),
    attendance: f.choice({ label: 'Où', options: ATTENDANCE, required: true }),
    cantine: f.reference({
      label: 'Dans la cantine',
      collection: 'cantines',
      ask: { question: 'Dans quelle cantine ?' },
    }),
    venue: f.group({
      label: 'Autre lieu',
      hint: 'Quand la session n’est pas dans une cantine.',
      fields: {
        name: f.text({ label: 'Nom du lieu' }),
        streetAddress: f.text({ label: 'Numéro et rue' }),
        postalCode: f.postalCode({ label: 'Code postal' }),
        addressLocality: f.text({ label: 'Commune' }),
      },
    }),
    onlineUrl: f.url({ label: 'Lien de la visio', hint: 'Facultatif : il peut aussi être envoyé aux inscrits.' }),
    timezone: f.choice({ label: 'Fuseau horaire', options: TIME_ZONES, default: 'Europe/Paris', ask: false }),
    hosts: f.list({
      label: 'Qui accueille',
      labelSingular: 'rôle',
      hint: 'Des rôles, pas des noms : « une développeuse de talents ».',
      item: f.text({ label: 'Rôle', required: true }),
    }),
    audience: f.text({ label: 'Pour qui' }),
    capacity: f.integer({ label: 'Nombre de places', min: 1, max: 1000 }),
    registration: f.group({
      label: 'Inscription',
      fields: {
        url: f.url({ label: 'Page d’inscription' }),
        email: f.email({ label: 'Ou e-mail d’inscription' }),
        closesOn: f.date({ label: 'Jusqu’au' }),
      },
    }),
    cohort: f.reference({ label: 'Promotion', hint: 'Celle que la session prépare.', collection: 'cohorts' }),
    recap: f.markdown({ label: 'Compte rendu', hint: 'Après la session : ce qui s’y est dit.', ask: false }),
    ...provenance,
  },
  rules: [
    {
      fields: ['startsAt', 'endsAt'],
      path: ['endsAt'],
      holds: ({ startsAt, endsAt }) => startsAt < endsAt,
      expected: 'une fin après le début',
      remedy: 'Corrigez l’heure de fin : elle doit venir après l’heure de début.',
    },
    {
      fields: ['startsAt', 'registration'],
      path: ['registration', 'closesOn'],
      holds: ({ startsAt, registration }) =>
        registration.closesOn === undefined || registration.closesOn <= startsAt.slice(0, 10),
      expected: 'une clôture des inscriptions au plus tard le jour de la session',
      remedy: 'Avancez la date de clôture, ou corrigez le début de la session.',
    },
    {
      fields: ['attendance', 'cantine', 'venue'],
      path: ['cantine'],
      holds: ({ attendance, cantine, venue }) =>
        attendance === 'online' || cantine !== undefined || venue.addressLocality !== undefined,
      expected: 'un lieu, puisque la session n’est pas seulement en ligne',
      remedy: 'Choisissez une cantine, ou donnez au moins la commune de l’autre lieu.',
    },
  ],
});

export type Session = z.output<(typeof sessions)['schema']>;
