import type { z } from 'zod';
import * as f from './kit/index.ts';

export const REFERENCE_KINDS = {
  article: 'Article de recherche',
  livre: 'Livre',
  etude: 'Étude ou rapport',
  entretien: 'Entretien',
  page: 'Page d’un site',
  presse: 'Article de presse',
  podcast: 'Émission ou podcast',
} as const;

export type ReferenceKind = keyof typeof REFERENCE_KINDS;

/** A work that a text rests on: what a reader needs to find it again, and a library to cite it. */
const reference = f.group({
  label: 'Référence',
  summary: '{{fields.title}}',
  fields: {
    title: f.text({ label: 'Titre', required: true }),
    kind: f.choice({ label: 'Sorte', options: REFERENCE_KINDS, default: 'presse' }),
    authors: f.list({
      label: 'Auteurs',
      labelSingular: 'auteur',
      hint: 'Une personne, le nom d’abord : « Étienne, Élyne ». Un organisme, son nom : « Credoc ».',
      max: 20,
      item: f.text({ label: 'Auteur', required: true, maxLength: 120 }),
    }),
    container: f.text({
      label: 'Paru dans',
      hint: 'La revue, le média ou le site : « Mediatico ». Vide pour un livre.',
      maxLength: 160,
    }),
    publisher: f.text({ label: 'Éditeur', hint: '« Actes Sud »', maxLength: 120 }),
    publishedOn: f.partialDate({ label: 'Date' }),
    doi: f.patterned({
      label: 'DOI',
      hint: 'L’identifiant d’un article de recherche, tel que la revue l’imprime, sans https://doi.org/.',
      pattern: /^10\.\d{4,9}\/[^\s<>"]+$/,
      maxLength: 200,
      expected: 'un DOI, qui commence par 10. et contient une barre',
      remedy: 'Copiez le DOI depuis la page de l’article, sans https://doi.org/ : 10.3389/frsus.2023.956830.',
      examples: ['10.3389/frsus.2023.956830', '10.1000/182'],
    }),
    isbn: f.patterned({
      label: 'ISBN',
      hint: 'Pour un livre : les treize chiffres imprimés au dos.',
      pattern: /^97[89](?:-?\d){10}$/,
      maxLength: 17,
      expected: 'un ISBN de treize chiffres, qui commence par 978 ou 979',
      remedy: 'Copiez l’ISBN du livre, avec ou sans tirets : 978-2-330-19252-5.',
      examples: ['978-2-330-19252-5', '9782330192525'],
    }),
    url: f.url({ label: 'Adresse' }),
  },
});

export const references = f.list({ label: 'Références', labelSingular: 'référence', item: reference });

export type Reference = z.output<typeof reference>;
