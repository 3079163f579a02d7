import type { Role } from '#domain/roles.ts';

/** The version of the document: another shape is another number, and the old one stays readable. */
export const PROPOSAL_VERSION = 1;

/** Where its JSON Schema (2020-12) is published. */
export const PROPOSAL_SCHEMA = '/schemas/proposition.json';

/**
 * What somebody answers to one question. `was` is the digest of the value that the question showed (`digestOf`): by it
 * one sees that the entry has changed since.
 */
export type Answer =
  /** It still holds. */
  | { is: 'right'; was: string }
  /** It is `to`: the whole value of a field, or the changed parts of a group, of which `null` is « nothing ». */
  | { is: 'changed'; was: string; to: unknown }
  /** One more item of a list. */
  | { is: 'added'; was: string; to: unknown }
  /** What no field holds, in a few words, for the editor alone. */
  | { is: 'other'; was: string; says: string }
  /** Asked, and not known: it says so much to who asks. */
  | { is: 'unknown' };

/**
 * What somebody who knows proposes to write in an entry: a document of its own, that travels in an e-mail, a file or
 * the fragment of an address. It names a role and no person.
 */
export interface Proposal {
  type: 'proposition';
  version: typeof PROPOSAL_VERSION;
  /** 128 random bits in hexadecimal: every copy of a proposal has the same. */
  id: string;
  collection: string;
  /** Absent when a new entry is proposed. */
  slug?: string | undefined;
  by: Role;
  /** `YYYY-MM-DD`, where the entry is. */
  saidOn: string;
  /** The address of the page that says so; some proposals are nothing without it. */
  source?: string | undefined;
  /** By path of the field: `openingHours`, `accessibility.stepFree`. */
  answers: Readonly<Record<string, Answer>>;
}

/** The longest text that is opened, in signs: several times a proposal that answers everything. */
export const MAX_PROPOSAL = 60_000;

/** The most signs of what no field holds. */
export const MAX_OTHER = 400;
