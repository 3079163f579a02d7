import { z } from 'zod';
import { typeset } from '#domain/typography.ts';
import { PROPOSAL_SCHEMA } from './proposal.ts';
import { proposalShape } from './read.ts';

/** The JSON Schema (2020-12) of a proposal; what each field takes is in the schema of its collection. */
export const proposalJsonSchema = (siteUrl: string) => ({
  ...z.toJSONSchema(proposalShape, { target: 'draft-2020-12' }),
  $id: siteUrl + PROPOSAL_SCHEMA,
  title: 'Proposition',
  description: typeset(
    'Ce que quelqu’un qui sait propose d’écrire dans une fiche : un rôle, un jour, une réponse pour chaque champ ; jamais un nom.',
  ),
});
