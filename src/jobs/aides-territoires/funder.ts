import { typeset } from '#domain/typography.ts';
import type { Funder } from '#schemas/funders.ts';
import { fileOf } from './files.ts';
import { holdsOneOf } from './words.ts';

/** What a name tells of who bears it; a community else, as most of those of Aides-territoires. */
const FUNDER_WORDS: readonly (readonly [kind: Funder['kind'], words: readonly string[]])[] = [
  ['fondation', ['fondation', 'fonds de dotation']],
  ['banque', ['banque', 'caisse des dépôts', 'crédit', 'bpifrance']],
  ['securite-sociale', ['caf', 'caisse', 'carsat', 'msa', 'cpam', 'assurance maladie', 'assurance retraite']],
  ['etat', ['état', 'ministère', 'préfecture', 'agence', 'ademe', 'dreets', 'draaf', 'drac', 'drajes', 'commission']],
];

const funderKind = (name: string): Funder['kind'] =>
  FUNDER_WORDS.find(([, words]) => holdsOneOf(name, words))?.[0] ?? 'collectivite';

/** A funder that nobody wrote yet: a draft, to complete. */
export const funderFile = (name: string, today: string): string =>
  fileOf({
    data: {
      title: typeset(name).slice(0, 120),
      summary: 'Un financeur relevé sur Aides-territoires, à compléter avant de le publier.',
      kind: funderKind(name),
      territory: { scope: 'other', name: 'À préciser' },
      sources: [
        {
          url: 'https://aides-territoires.beta.gouv.fr/',
          title: 'Aides-territoires (Licence Ouverte 2.0)',
          readOn: today,
        },
      ],
      draft: true,
    },
    body: '',
  });
