import { z } from 'zod';
import { typeset } from '#domain/typography.ts';
import type { Proposal } from '../proposal.ts';
import { readProposal } from '../read.ts';

// zod otherwise tries to compile its schemas, which the policy of the page forbids and reports.
z.config({ jitless: true });

/** What to correct before the CMS takes a proposal that is made today; undefined when it would. */
export function refusalOf(proposal: Proposal): string | undefined {
  const { why } = readProposal(JSON.stringify(proposal), proposal.saidOn);
  return why && typeset(`${why}. Rien n’est parti : corrigez, puis recommencez.`);
}
