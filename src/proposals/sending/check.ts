import { z } from 'zod';
import type { Proposal } from '../proposal.ts';
import { readProposal } from '../read.ts';

// zod otherwise tries to compile its schemas, which the policy of the page forbids and reports.
z.config({ jitless: true });

/** Why the CMS would not take a proposal that is made today; undefined when it would. */
export const refusalOf = (proposal: Proposal): string | undefined =>
  readProposal(JSON.stringify(proposal), proposal.saidOn).why;
