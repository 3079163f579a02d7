import type { z } from 'zod';
import { TIME_ZONES } from '#domain/time-zones.ts';
import { givesAccessCode } from './access-code.ts';
import { looksPersonal } from './addresses.ts';
import { LOCATION_PRECISION } from '#domain/location.ts';
import { NAPPE_PATTERNS } from '#domain/nappe.ts';
import { WEEKDAYS } from '#domain/weekdays.ts';
import { PROVENANCE_SECTION, asOf, provenance, summary } from './common.ts';
import * as f from './kit/index.ts';
import { SHARED_ADDRESS, alerts } from './alerts.ts';
import { ONCE_A_FACT, confirmations } from './confirmations.ts';
import { photo } from './photo.ts';
import { profile } from './profile.ts';

export const CANTINE_STATUS = {
  open: 'Ouverte',
  preparing: 'En préparation',
  paused: 'En pause',
  closed: 'Fermée',
} as const;

export const SLOT_KINDS = { cook: 'On cuisine', meal: 'On mange' } as const;

export const SERVICES = {
  lunch: 'Midi',
  dinner: 'Soir',
  brunch: 'Brunch',
  afternoon: 'Après-midi',
} as const;

export const BOOKING_RULES = {
  required: 'Inscription nécessaire',
  recommended: 'Inscription conseillée',
  none: 'Sans inscription',
  unknown: 'Non renseigné',
} as const;

export const DIETS = {
  vegetarian: 'Option végétarienne',
  vegan: 'Option végétale',
  'gluten-free': 'Option sans gluten',
  halal: 'Option halal',
  kosher: 'Option casher',
} as const;

export const LANGUAGES = {
  fr: 'Français',
  en: 'Anglais',
  de: 'Allemand',
  es: 'Espagnol',
  it: 'Italien',
  pt: 'Portugais',
  ar: 'Arabe',
  lsf: 'Langue des signes française',
} as const;

/** What the columns of the point say of their numbers. */
const DEGREES = 'En degrés (WGS 84), avec un point décimal.';

const time = (label: string, hint: string) => f.time({ label, hint });
const colour = (label: string) =>
  f.patterned({
    label,
    hint: 'Laissez vide : la couleur est tirée du nom de la cantine.',
    pattern: /^#[0-9a-f]{6}$/i,
    expected: 'une couleur : un dièse et six signes',
    remedy: 'Écrivez un dièse et six signes, par exemple #1f5f8b.',
    examples: ['#1f5f8b'],
  });

/** What a fiche says of a cantine, in the order of its form. */
const facts = {
  title: f.text({
    label: 'Nom de la cantine',
    hint: 'La ville, ou la ville et le quartier : « Lyon Vaise ».',
    required: true,
    maxLength: 60,
    ask: false,
  }),
  summary,
  status: f.choice({
    label: 'État',
    options: CANTINE_STATUS,
    required: true,
    ask: { question: 'Où en est la cantine ?', every: 3 },
    column: { name: 'etat', description: 'Où en est la cantine.' },
  }),
  statusAsOf: asOf('État constaté en', {
    name: 'etat_constate_en',
    description: 'La dernière fois que cet état a été constaté : année, mois ou jour.',
  }),
  exceptions: f.list({
    label: 'Exceptions',
    labelSingular: 'exception',
    hint: 'Fermetures de vacances, horaires changés, ouvertures en plus.',
    ask: { question: 'Une fermeture ou une ouverture en plus, bientôt ?', every: 1 },
    item: f.group({
      label: 'Exception',
      summary: '{{fields.from}} → {{fields.to}} : {{fields.kind}}',
      fields: {
        from: f.date({ label: 'Du', required: true }),
        to: f.date({ label: 'Au (inclus)', required: true }),
        kind: f.choice({
          label: 'Ce qui change',
          options: { closed: 'Fermé', changed: 'Autres horaires', extra: 'Ouvert en plus' },
          required: true,
        }),
        opens: time('Début', '« 12:00 »'),
        closes: time('Fin', '« 14:30 »'),
        reason: f.text({ label: 'Raison', hint: '« Congés d’été »' }),
      },
      rules: [
        {
          fields: ['from', 'to'],
          path: ['to'],
          holds: ({ from, to }) => from <= to,
          expected: 'un dernier jour qui n’est pas avant le premier',
          remedy: 'Échangez les deux dates, ou corrigez celle qui est fausse.',
        },
        {
          fields: ['kind', 'opens', 'closes'],
          path: ['opens'],
          holds: ({ kind, opens, closes }) =>
            kind === 'closed' ? !opens && !closes : opens !== undefined && closes !== undefined,
          expected: 'deux heures pour une ouverture, aucune pour une fermeture',
          remedy: 'Donnez l’heure de début et de fin ; ou, pour une fermeture, videz-les.',
        },
        {
          fields: ['opens', 'closes'],
          path: ['closes'],
          holds: ({ opens, closes }) => opens === undefined || opens !== closes,
          expected: 'une heure de fin différente de l’heure de début',
          remedy: 'Corrigez l’heure de fin ; après minuit, écrivez l’heure du lendemain.',
        },
      ],
    }),
  }),
  openingHours: f.group({
    label: 'Horaires de la semaine',
    ask: { question: 'On vient quels jours, à quelle heure ?', every: 3 },
    fields: {
      slots: f.list({
        label: 'Créneaux',
        labelSingular: 'créneau',
        picker: 'week',
        hint: 'Un créneau pour cuisiner, un pour manger, chaque jour d’ouverture.',
        item: f.group({
          label: 'Créneau',
          summary: '{{fields.day}} — {{fields.kind}} {{fields.opens}}',
          fields: {
            day: f.choice({
              label: 'Jour',
              hint: 'Vide si le jour n’est pas connu.',
              options: WEEKDAYS,
            }),
            kind: f.choice({ label: 'Pour', options: SLOT_KINDS, required: true }),
            service: f.choice({ label: 'Service', options: SERVICES }),
            opens: time('Début', '« 09:30 ». Vide si l’heure n’est pas connue.'),
            closes: time('Fin', '« 14:30 » ; après minuit, l’heure du lendemain. Vide si elle n’est pas connue.'),
          },
          rules: [
            {
              fields: ['day', 'opens', 'service'],
              path: ['opens'],
              holds: ({ day, opens, service }) => day !== undefined || opens !== undefined || service !== undefined,
              expected: 'au moins un jour, une heure de début ou un service (midi, soir…)',
              remedy: 'Donnez au moins l’un des trois ; sinon, retirez ce créneau.',
            },
            {
              fields: ['opens', 'closes'],
              path: ['closes'],
              holds: ({ opens, closes }) => closes === undefined || (opens !== undefined && opens !== closes),
              expected: 'une heure de fin différente d’une heure de début connue',
              remedy: 'Donnez l’heure de début, et une heure de fin qui n’est pas la même.',
            },
          ],
        }),
      }),
      publicHolidays: f.choice({
        label: 'Jours fériés',
        hint: 'Ce que devient la semaine un jour férié ; sans réponse, le site écrit « à confirmer ».',
        options: { open: 'Comme d’habitude', closed: 'Fermé', unknown: 'Non renseigné' },
        default: 'unknown',
        ask: { question: 'Et les jours fériés ?' },
      }),
      note: f.paragraph({
        label: 'Précisions',
        hint: 'Ce que le tableau ne dit pas : « le premier vendredi du mois… ».',
        maxLength: 600,
      }),
      asOf: asOf('Horaires lus en', {
        name: 'horaires_lus_en',
        description: 'De quand datent ces horaires ; vide s’ils ne sont pas datés.',
      }),
    },
  }),
  address: f.group({
    label: 'Adresse',
    ask: { question: 'C’est bien à cette adresse ?', every: 12 },
    fields: {
      streetAddress: f.text({
        label: 'Numéro et rue',
        hint: '« 37 rue Saint-Pierre-de-Vaise »',
        column: { name: 'adresse', description: 'Sans la commune.' },
      }),
      postalCode: f.postalCode({
        label: 'Code postal',
        column: {
          name: 'code_postal',
          description: 'Cinq chiffres, zéro du début compris : une colonne de texte.',
        },
      }),
      addressLocality: f.text({
        label: 'Commune',
        required: true,
        column: { name: 'commune', description: 'Son nom, sans le code postal.' },
      }),
      district: f.text({ label: 'Quartier ou repère', hint: '« 9e arrondissement », « dans le hall du théâtre »' }),
      asOf: asOf('Adresse lue en'),
    },
  }),
  commune: f.communeCode({
    label: 'Code INSEE de la commune',
    ask: false,
    picker: 'commune',
    hint: 'Cinq signes, par exemple 69389 pour Lyon 9e. L’intercommunalité, le département et la région s’en déduisent.',
    column: {
      name: 'code_insee',
      description: 'Le code officiel géographique ; à Paris, Lyon et Marseille, celui de l’arrondissement.',
    },
  }),
  location: f.optionalGroup({
    label: 'Point sur la carte',
    ask: false,
    hint: 'Latitude et longitude en degrés, lues par exemple sur openstreetmap.org.',
    fields: {
      latitude: f.decimal({
        label: 'Latitude',
        min: -90,
        max: 90,
        required: true,
        column: { name: 'latitude', description: DEGREES },
      }),
      longitude: f.decimal({
        label: 'Longitude',
        min: -180,
        max: 180,
        required: true,
        column: { name: 'longitude', description: DEGREES },
      }),
      precision: f.choice({
        label: 'Ce que le point désigne',
        options: LOCATION_PRECISION,
        required: true,
        column: { name: 'precision', description: 'Souvent la commune, et non la porte.' },
      }),
    },
  }),
  timezone: f.choice({ label: 'Fuseau horaire', options: TIME_ZONES, default: 'Europe/Paris', ask: false }),
  contacts: f.group({
    label: 'Contacts',
    ask: { question: 'Comment joint-on la cantine ?', every: 6 },
    fields: {
      email: f.email({
        label: 'E-mail',
        hint: 'Une adresse de la cantine, jamais celle d’une personne.',
        column: { name: 'courriel', description: 'L’adresse électronique de la cantine.' },
      }),
      telephone: f.telephone({
        label: 'Téléphone',
        hint: 'La ligne de la cantine : « 04 26 64 79 24 ».',
        column: { name: 'telephone', description: 'La ligne de la cantine.' },
      }),
      website: f.url({ label: 'Site web', column: { name: 'site_web', description: 'Le site de la cantine.' } }),
      booking: f.url({ label: 'Page d’inscription' }),
      asOf: asOf('Contacts lus en'),
    },
  }),
  booking: f.group({
    label: 'Inscription',
    ask: { question: 'Faut-il s’inscrire ?', every: 6 },
    fields: {
      cook: f.choice({
        label: 'Pour cuisiner',
        options: BOOKING_RULES,
        default: 'unknown',
        ask: { question: 'Pour cuisiner, faut-il s’inscrire ?' },
      }),
      eat: f.choice({
        label: 'Pour manger',
        options: BOOKING_RULES,
        default: 'unknown',
        ask: { question: 'Pour manger, faut-il s’inscrire ?' },
      }),
      note: f.paragraph({ label: 'Comment s’inscrire', maxLength: 400 }),
      asOf: asOf(),
    },
    rules: [
      {
        fields: ['note'],
        path: ['note'],
        holds: ({ note = '' }) => !givesAccessCode(note),
        expected: 'aucun code de réservation : il change, et la fiche est lue et imprimée par tout le monde',
        remedy: 'Retirez le code, et dites plutôt à qui le demander.',
      },
    ],
  }),
  membership: f.group({
    label: 'Adhésion',
    ask: { question: 'L’adhésion, comment fait-on ?', every: 12 },
    fields: {
      required: f.yesNoUnknown({ label: 'Adhésion demandée', ask: { question: 'Demande-t-on d’adhérer ?' } }),
      note: f.paragraph({ label: 'Précisions', maxLength: 400 }),
      asOf: asOf(),
    },
  }),
  price: f.group({
    label: 'Prix',
    ask: { question: 'Le prix, que faut-il en savoir ?', every: 12 },
    fields: {
      costPrice: f.decimal({
        label: 'Prix de revient d’un repas (€)',
        ask: { question: 'Que coûte un repas à la cantine ?' },
        hint: 'Ce qu’un repas coûte à la cantine ; on donne ce que l’on veut.',
        min: 0,
        max: 100,
      }),
      note: f.paragraph({ label: 'Précisions', maxLength: 400 }),
      asOf: asOf('Prix lu en'),
    },
  }),
  capacity: f.group({
    label: 'Places',
    ask: { question: 'Combien de places ?', every: 12 },
    fields: {
      seats: f.integer({
        label: 'Places à table',
        min: 1,
        max: 500,
        ask: { question: 'Combien de personnes à table ?' },
      }),
      cookingPlaces: f.integer({
        label: 'Places en cuisine',
        min: 1,
        max: 100,
        ask: { question: 'Combien de personnes en cuisine ?' },
      }),
      asOf: asOf(),
    },
  }),
  accessibility: f.group({
    label: 'Accessibilité',
    ask: { question: 'Peut-on entrer, et prendre part, facilement ?', every: 24 },
    fields: {
      stepFree: f.yesNoUnknown({
        label: 'Entrée de plain-pied',
        ask: { question: 'Entre-t-on de plain-pied ?' },
        column: { name: 'entree_de_plain_pied', description: 'Vide quand nous ne le savons pas.' },
      }),
      wheelchairToilet: f.yesNoUnknown({
        label: 'Toilettes accessibles en fauteuil',
        ask: { question: 'Les toilettes sont-elles accessibles en fauteuil ?' },
      }),
      seatedTasks: f.yesNoUnknown({
        label: 'Tâches possibles assis',
        ask: { question: 'Peut-on cuisiner assis ?' },
      }),
      pushchair: f.yesNoUnknown({
        label: 'Place pour une poussette',
        ask: { question: 'Une poussette trouve-t-elle sa place ?' },
      }),
      hearingLoop: f.yesNoUnknown({
        label: 'Boucle magnétique',
        ask: { question: 'Y a-t-il une boucle magnétique ?' },
      }),
      note: f.paragraph({ label: 'Précisions', maxLength: 400 }),
      acceslibre: f.patterned({
        label: 'Page Acceslibre',
        hint: 'La page de ce lieu sur acceslibre.beta.gouv.fr, où l’on décrit l’entrée, l’accueil et les toilettes en détail.',
        ask: false,
        pattern: /^https:\/\/acceslibre\.beta\.gouv\.fr\/app\/[^\s<>"\\?#]+$/,
        expected: 'l’adresse d’un lieu sur Acceslibre',
        remedy: 'Copiez l’adresse entière de la page du lieu, sur acceslibre.beta.gouv.fr.',
        examples: ['https://acceslibre.beta.gouv.fr/app/69-lyon/a/restaurant/erp/une-cantine/'],
        column: { name: 'acceslibre', description: 'La page du lieu sur Acceslibre, quand nous la connaissons.' },
      }),
      asOf: asOf(),
    },
  }),
  diets: f.choices({
    label: 'Régimes',
    options: DIETS,
    ask: { question: 'Au menu, que trouve-t-on toujours ?', every: 12 },
  }),
  dietsNote: f.text({
    label: 'Précisions sur le menu',
    ask: { question: 'Que dire de plus du menu ?', ifStated: true },
  }),
  languages: f.choices({
    label: 'Langues parlées',
    options: LANGUAGES,
    ask: { question: 'Quelles langues l’équipe parle-t-elle ?', every: 24 },
  }),
  openedOn: f.partialDate({
    label: 'Ouverte depuis',
    ask: { question: 'Depuis quand la table est-elle ouverte ?', every: 120 },
    hint: 'Une année, un mois ou un jour : 2016, 2018-10 ou 2016-09-01.',
  }),
  association: f.text({
    label: 'Nom de l’association',
    hint: 'S’il diffère de celui de la cantine.',
    ask: { question: 'Quelle association porte la cantine ?', every: 24, ifStated: true },
  }),
  economicModel: f.paragraph({
    label: 'Modèle économique',
    ask: false,
    hint: 'Ce qui fait vivre la cantine, en une ou deux phrases.',
    maxLength: 400,
  }),
  funders: f.references({
    label: 'Financeurs et partenaires',
    ask: false,
    hint: 'Ceux que la cantine déclare.',
    collection: 'funders',
  }),
  profile,
  alerts: alerts(
    'Pour recevoir par e-mail les nouveaux financements qui conviennent à la cantine. Vide : aucun e-mail.',
  ),
  notAsked: f.tickBox({
    label: 'Ne plus demander de confirmer la fiche',
    ask: false,
    hint: 'Cochez quand l’équipe ne veut plus des e-mails qui demandent, chaque trimestre, si la fiche est juste. Jamais montré.',
  }),
  photo,
  nappe: f.group({
    label: 'Nappe',
    ask: false,
    picker: 'nappe',
    hint: 'Le motif et les deux couleurs de la cantine ; sans réglage, ils viennent de son nom.',
    fields: {
      pattern: f.choice({ label: 'Motif', options: NAPPE_PATTERNS }),
      colour: colour('Couleur du motif'),
      ground: colour('Couleur du fond'),
    },
  }),
};

export const cantines = f.collection({
  name: 'cantines',
  label: 'Cantines',
  labelSingular: 'Cantine',
  description: 'Les cantines ouvertes, en préparation, en pause ou fermées.',
  slug: '{{title}}',
  summary: '{{title}} — {{status}}',
  sortableFields: ['title', 'status', 'verifiedOn'],
  viewFilters: [
    { label: 'Ouvertes', field: 'status', pattern: 'open' },
    { label: 'En préparation', field: 'status', pattern: 'preparing' },
  ],
  viewGroups: [{ label: 'État', field: 'status' }],
  body: {
    label: 'Histoire de la cantine',
    hint: 'Quelques paragraphes : le lieu, l’équipe, ce qui s’y vit.',
    required: false,
  },
  sections: {
    address: 'Où elle est',
    contacts: 'Contacts, inscription, prix',
    capacity: 'L’accueil à table',
    openedOn: 'L’association',
    photo: 'Photo et nappe',
    confirmations: PROVENANCE_SECTION.sources,
  },
  fields: { ...facts, confirmations: confirmations(facts), ...provenance },
  rules: [
    ONCE_A_FACT,
    {
      fields: ['alerts', 'title', 'address'],
      path: ['alerts', 'email'],
      holds: ({ alerts: asked, title, address }) =>
        asked === undefined || !looksPersonal(asked.email, [title, address.addressLocality, address.district ?? '']),
      ...SHARED_ADDRESS,
    },
  ],
});

export type Cantine = z.output<(typeof cantines)['schema']>;
export type Slot = Cantine['openingHours']['slots'][number];
