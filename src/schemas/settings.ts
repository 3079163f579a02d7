import type { z } from 'zod';
import { looksPersonal } from './addresses.ts';
import { PROVENANCE_SECTION, provenance } from './common.ts';
import * as f from './kit/index.ts';
import { SHARED_ADDRESS, networkAlerts } from './alerts.ts';

/** An entry of a menu. */
const leading = {
  label: f.text({ label: 'Texte', required: true, maxLength: 40 }),
  href: f.link({ label: 'Adresse', required: true }),
};

/** France's public map, and what the fields of the map are worth when left empty. */
export const MAP_TILES = {
  url: 'https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&TILEMATRIXSET=PM&FORMAT=image/png&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}',
  attribution: '© IGN, Géoplateforme',
  minZoom: 3,
  maxZoom: 18,
} as const;

export const settings = f.collection({
  name: 'settings',
  label: 'Réglages',
  labelSingular: 'Réglages',
  description: 'Le nom du site, les contacts du réseau, les menus, les adresses qui reçoivent les formulaires.',
  summary: '{{title}}',
  extensible: false,
  body: { label: 'Note', required: false },
  sections: {
    press: 'Presse',
    technicalEmail: 'Courriers et formulaires',
    map: 'Carte, anciennes adresses, menus',
    ...PROVENANCE_SECTION,
  },
  fields: {
    title: f.text({ label: 'Nom du site', required: true, maxLength: 60 }),
    tagline: f.text({ label: 'Phrase d’accueil', required: true, maxLength: 90 }),
    description: f.paragraph({ label: 'Description du site', required: true, maxLength: 200 }),
    organisation: f.text({ label: 'Association tête de réseau', required: true }),
    website: f.url({ label: 'Site actuel du réseau' }),
    email: f.email({ label: 'E-mail du réseau' }),
    telephone: f.telephone({ label: 'Téléphone du réseau' }),
    press: f.group({
      label: 'Contact presse',
      hint: 'Montré aux journalistes sur la page « Espace presse ». Vide : l’e-mail et le téléphone du réseau.',
      fields: {
        email: f.email({ label: 'E-mail' }),
        telephone: f.telephone({ label: 'Téléphone' }),
      },
    }),
    media: f.list({
      label: 'Médias',
      labelSingular: 'média',
      hint: 'Un article que les fiches citent paraît sur la page « Espace presse » quand son média est ici.',
      max: 300,
      item: f.group({
        label: 'Média',
        summary: '{{fields.name}} ({{fields.site}})',
        fields: {
          site: f.patterned({
            label: 'Site',
            hint: 'Le début de l’adresse, sans https:// ni www. Sur un site qui porte plusieurs titres, avec le dossier du titre.',
            required: true,
            pattern: /^(?!www\.)(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[A-Za-z0-9._-]+)*$/,
            maxLength: 160,
            expected: 'le nom d’un site, sans https://, sans www. et sans barre à la fin',
            remedy: 'Copiez l’adresse d’un article et gardez le nom du site, par exemple lyonmag.com.',
            examples: ['lyonmag.com', 'pressreader.com/france/la-tribune-de-lyon'],
          }),
          name: f.text({ label: 'Nom', hint: '« Lyon Capitale »', required: true, maxLength: 80 }),
        },
      }),
    }),
    technicalEmail: f.email({
      label: 'E-mail technique',
      hint: 'Qui s’occupe du site : un message y part quand la publication de la nuit échoue. Jamais montré. Vide : l’e-mail du réseau.',
    }),
    formRecipients: f.group({
      label: 'E-mails qui reçoivent les formulaires',
      fields: {
        ficheProjet: f.email({ label: 'Fiches-projet' }),
        sessions: f.email({ label: 'Inscriptions aux sessions' }),
        hotline: f.email({ label: 'Questions des cantines' }),
        corrections: f.email({ label: 'Erreurs signalées sur une fiche' }),
      },
    }),
    forms: f.group({
      label: 'Envoi des formulaires',
      hint: 'Pour recevoir les fiches-projet et les inscriptions par un service de formulaires. Vide : le site prépare un e-mail.',
      fields: {
        url: f.patterned({
          label: 'Adresse d’envoi',
          hint: 'Celle que donne le service de formulaires. Les réponses y partent seulement quand on appuie sur « Envoyer ».',
          pattern: /^https:\/\/[a-z0-9.-]+(?::\d+)?(?:\/[^\s<>"]*)?$/i,
          holds: f.isAddress,
          maxLength: 1000,
          expected: 'une adresse en https://',
          remedy: 'Copiez l’adresse que donne le service de formulaires : elle commence par https://.',
          examples: ['https://formulaires.exemple.org/envoi'],
        }),
        encoding: f.choice({
          label: 'Format',
          hint: '« Formulaire » convient aux services courants. « JSON » demande un service qui lit ce format venu d’un autre site (CORS).',
          options: { form: 'Formulaire', json: 'JSON' },
          default: 'form',
        }),
        retention: f.paragraph({
          label: 'Combien de temps les réponses sont gardées',
          hint: 'Une phrase, montrée avant l’envoi.',
          maxLength: 300,
        }),
      },
    }),
    alerts: networkAlerts('Pour recevoir par e-mail les nouveaux financements ouverts au réseau. Vide : aucun e-mail.'),
    map: f.group({
      label: 'Fond de la carte détaillée',
      hint: 'Laissez tout vide pour le plan de l’IGN.',
      fields: {
        url: f.patterned({
          label: 'Adresse des images',
          hint: 'Avec {z}, {x} et {y} à la place du zoom, de la colonne et de la ligne.',
          pattern: /^https:\/\/(?=\S*\{z\})(?=\S*\{x\})(?=\S*\{y\})[a-z0-9.-]+(?::\d+)?\/[^\s<>"]*$/i,
          holds: f.isAddress,
          maxLength: 1000,
          expected: 'une adresse en https:// qui contient {z}, {x} et {y}',
          remedy:
            'Copiez l’adresse que donne le fournisseur du fond de carte : elle commence par https:// et contient {z}, {x} et {y}.',
          examples: ['https://tuiles.exemple.org/plan/{z}/{x}/{y}.png'],
          default: MAP_TILES.url,
        }),
        attribution: f.text({
          label: 'Crédit',
          hint: 'Ce que le fournisseur demande d’écrire sur la carte.',
          maxLength: 120,
          default: MAP_TILES.attribution,
        }),
        minZoom: f.integer({ label: 'Zoom le plus large', min: 0, max: 22, default: MAP_TILES.minZoom }),
        maxZoom: f.integer({ label: 'Zoom le plus serré', min: 0, max: 22, default: MAP_TILES.maxZoom }),
      },
      rules: [
        {
          fields: ['minZoom', 'maxZoom'],
          path: ['maxZoom'],
          holds: ({ minZoom, maxZoom }) => minZoom < maxZoom,
          expected: 'un zoom plus grand que le zoom le plus large',
          remedy: 'Échangez les deux zooms, ou corrigez celui qui est faux.',
        },
      ],
    }),
    redirects: f.list({
      label: 'Anciennes adresses',
      labelSingular: 'ancienne adresse',
      hint: 'Quand une page disparaît ou change de nom : qui vient par son ancienne adresse (un lien, une affiche, un moteur de recherche) arrive à la nouvelle.',
      item: f.group({
        label: 'Ancienne adresse',
        summary: '{{fields.from}} → {{fields.to}}',
        fields: {
          from: f.patterned({
            label: 'Ancienne adresse',
            required: true,
            // A folder of a page that was: what hosts, browsers and file systems write in one way only.
            pattern: /^(?:\/[a-z0-9]+(?:-+[a-z0-9]+)*)+\/$/,
            maxLength: 200,
            expected: 'l’adresse d’une page disparue, qui commence et finit par /',
            remedy:
              'Écrivez-la comme dans la barre du navigateur, sans le nom du site : /cantines/lyon-vaise/, en minuscules sans accent.',
            examples: ['/cantines/lyon-vaise/', '/guides/tenir-la-caisse/'],
          }),
          to: f.link({ label: 'Mène à', required: true }),
        },
      }),
    }),
    menu: f.list({
      label: 'Menu principal',
      labelSingular: 'entrée',
      item: f.group({ label: 'Entrée', summary: '{{fields.label}}', fields: leading }),
    }),
    footer: f.list({
      label: 'Bas de page',
      labelSingular: 'entrée',
      item: f.group({
        label: 'Entrée',
        summary: '{{fields.label}}',
        fields: {
          ...leading,
          group: f.text({
            label: 'Colonne',
            hint: 'Le titre de la colonne où ce lien est rangé : « Le réseau ».',
            maxLength: 30,
          }),
        },
      }),
    }),
    ...provenance,
  },
  rules: [
    {
      fields: ['alerts'],
      path: ['alerts', 'email'],
      holds: ({ alerts: asked }) => asked === undefined || !looksPersonal(asked.email),
      ...SHARED_ADDRESS,
    },
    {
      fields: ['technicalEmail'],
      path: ['technicalEmail'],
      holds: ({ technicalEmail }) => technicalEmail === undefined || !looksPersonal(technicalEmail),
      ...SHARED_ADDRESS,
    },
  ],
});

export type Settings = z.output<(typeof settings)['schema']>;
