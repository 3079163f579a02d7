import type { z } from 'zod';
import { provenance } from './common.ts';
import * as f from './kit/index.ts';

const menu = (label: string) =>
  f.list({
    label,
    labelSingular: 'entrée',
    item: f.group({
      label: 'Entrée',
      summary: '{{fields.label}}',
      fields: {
        label: f.text({ label: 'Texte', required: true, maxLength: 40 }),
        href: f.link({ label: 'Adresse', required: true }),
      },
    }),
  });

export const settings = f.collection({
  name: 'settings',
  label: 'Réglages',
  labelSingular: 'Réglages',
  description: 'Le nom du site, les contacts du réseau, les menus, les adresses qui reçoivent les formulaires.',
  summary: '{{title}}',
  extensible: false,
  body: { label: 'Note', required: false },
  fields: {
    title: f.text({ label: 'Nom du site', required: true }),
    tagline: f.text({ label: 'Phrase d’accueil', required: true, maxLength: 90 }),
    description: f.paragraph({ label: 'Description du site', required: true, maxLength: 200 }),
    organisation: f.text({ label: 'Association tête de réseau', required: true }),
    website: f.url({ label: 'Site actuel du réseau' }),
    email: f.email({ label: 'E-mail du réseau' }),
    telephone: f.telephone({ label: 'Téléphone du réseau' }),
    formRecipients: f.group({
      label: 'E-mails qui reçoivent les formulaires',
      fields: {
        ficheProjet: f.email({ label: 'Fiches-projet' }),
        sessions: f.email({ label: 'Inscriptions aux sessions' }),
        hotline: f.email({ label: 'Questions des cantines' }),
        corrections: f.email({ label: 'Erreurs signalées sur une fiche' }),
      },
    }),
    menu: menu('Menu principal'),
    footer: menu('Bas de page'),
    ...provenance,
  },
});

export type Settings = z.output<(typeof settings)['schema']>;
