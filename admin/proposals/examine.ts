import { capitalised } from '#domain/french.ts';
import type { EntryIndex } from '#content/check/entry-index.ts';
import { typeset } from '#domain/typography.ts';
import type { Proposal } from '#proposals/proposal.ts';
import { readProposal } from '#proposals/read.ts';
import type { CollectionName } from '#schemas/index.ts';
import type { Answers } from '../versions/answers.ts';
import type { Entries, StoredEntry } from '../write/entries.ts';
import { sessionNames } from '../write/named.ts';
import { entryOf } from './accept.ts';
import { compare, makesEntry, takenIn, type Comparison } from './compare.ts';
import { findEntry } from './place.ts';
import type { Waiting } from './queue.ts';

/** A proposal that waits, beside what is on the site today. */
export interface Examined {
  waiting: Waiting;
  title: string;
  /** Undefined for an entry that is made. */
  stored?: StoredEntry | undefined;
  /** Undefined when nothing of it can be accepted: `stands` says why. */
  comparison?: Comparison | undefined;
  stands?: string | undefined;
  /** What to know before it is read. */
  notes: readonly string[];
}

export interface Library {
  entries: Pick<Entries, 'read'>;
  index: () => Promise<EntryIndex>;
  /** In France. */
  today: () => string;
}

/**
 * Reads a proposal again, as if it had just come: what is open, what is too old and what the entry says change.
 * @throws whatever stands in the way when nothing can be read
 */
export async function examine({ entries, index, today }: Library, waiting: Waiting): Promise<Examined> {
  const titles = await index();
  const { refused } = readProposal(JSON.stringify(waiting.proposal), today());
  const title = titleOf(waiting.proposal, titles);
  if (refused !== undefined) return { waiting, title, stands: typeset(refused), notes: [] };
  const { proposal } = waiting;
  const said = waiting.ids.length > 1 ? [typeset(`Dite ${TIMES[waiting.ids.length] ?? 'plusieurs'} fois.`)] : [];
  if (proposal.slug === undefined || makesEntry(proposal)) {
    const comparison = compare(proposal, {}, titles);
    const made = entryOf({ comparison, paths: takenIn(comparison.rows) });
    const twin = await twinOf(entries, proposal, made);
    if (twin !== undefined)
      return {
        waiting,
        title,
        stands: typeset(`Cette session est déjà sur le site (« ${twin} »). Rien n’est à faire.`),
        notes: said,
      };
    const isPast = String(made['startsAt']).slice(0, 10) < today();
    return { waiting, title, comparison, notes: [...said, ...(isPast ? ['Cette date est déjà passée.'] : [])] };
  }
  const { collection, slug } = proposal;
  const found = await findEntry(entries, { collection: collection as CollectionName, slug });
  if (!found.stored) return { waiting, title, stands: found.missing, notes: said };
  const moved = found.wasNamed === undefined ? [] : [typeset(`Cette fiche s’appelait « ${found.wasNamed} ».`)];
  const { answers } = found.stored;
  return {
    waiting,
    title: typeof answers['title'] === 'string' ? answers['title'] : title,
    stored: found.stored,
    comparison: compare(proposal, answers, titles),
    notes: [...said, ...moved],
  };
}

const TIMES: Readonly<Record<number, string>> = { 2: 'deux', 3: 'trois', 4: 'quatre' };

/** What a proposal is called, whatever has become of its entry. */
export function titleOf({ collection, slug = '', answers }: Proposal, titles: EntryIndex): string {
  const told = answers['title'];
  const own = told?.is === 'changed' && typeof told.to === 'string' ? told.to : undefined;
  return own ?? titles[collection as CollectionName]?.[slug]?.title ?? capitalised(slug.replaceAll('-', ' '));
}

/** The name of the session that is proposed, when somebody wrote it already. */
async function twinOf(
  entries: Library['entries'],
  { collection }: Proposal,
  made: Answers,
): Promise<string | undefined> {
  const read = await Promise.all(
    sessionNames(made).map((slug) =>
      entries.read({ collection: collection as CollectionName, slug }).catch(() => undefined),
    ),
  );
  return read.find((each) => each?.answers['startsAt'] === made['startsAt'])?.slug;
}

/** Whether all of it can be taken at once, without a thought: nothing has moved, nothing is left to read. */
export function isPlain({ comparison, stored }: Examined): boolean {
  if (!comparison || !stored || comparison.proposal.source !== undefined) return false;
  const { rows, others } = comparison;
  return (
    others.length === 0 && rows.some(({ isTaken }) => isTaken) && rows.every(({ warning }) => warning === undefined)
  );
}
