import { readMarkdown } from '#content/check/markdown.ts';
import { toMdast } from '#content/mdast.ts';
import { slugOf } from '#domain/slug.ts';
import { keyOf } from '#places/normalise.ts';
import { bodyProblems, readEntry } from '#schemas/kit/index.ts';
import { opportunities } from '#schemas/opportunities.ts';
import { nameOf, readAid, type Aid } from './aid.ts';
import { choose, type AidRefusal, type Choice } from './choose.ts';
import type { ReadAids } from './client.ts';
import type { Content } from './content.ts';
import { draftOf, type EntryDraft } from './draft.ts';
import { aidText, EndlessText } from './markdown.ts';
import type { ImportState } from './plan.ts';

/** An aid that was not kept, and why. */
export interface LeftAid extends Choice {
  name: string;
  refusal: AidRefusal;
}

export interface SortedAids {
  /** How many came. */
  read: number;
  /** How many of them could be read. */
  readable: number;
  /** The numbers of those that are still there, even when the rest of them cannot be read. */
  live: Set<string>;
  left: LeftAid[];
  /** Aids, or drafts, that cannot be read or written, each with its sentence. */
  faults: string[];
  /** What fits, by number. */
  drafts: Map<string, EntryDraft>;
  /** The names of the funders that nobody wrote yet, by slug. */
  newFunders: Map<string, string>;
}

interface Given {
  base: string;
  today: string;
  /** Every aid for associations, near or far. */
  all: boolean;
  state: ImportState;
  content: Content;
}

/** Sorts aids one by one: whatever one holds, it is named, and the others go on. */
export async function sortAids({ pages }: ReadAids, given: Given): Promise<SortedAids> {
  const sorted: SortedAids = {
    read: 0,
    readable: 0,
    live: new Set(),
    left: [],
    faults: [],
    drafts: new Map(),
    newFunders: new Map(),
  };
  for await (const page of pages) {
    sorted.read += page.length;
    for (const value of page) {
      for (const id of liveId(value)) sorted.live.add(id);
      const read = readAid(value);
      if ('fault' in read) sorted.faults.push(read.fault);
      else {
        sorted.readable += 1;
        sortOne(read.aid, sorted, given);
      }
    }
  }
  return sorted;
}

/** The number of an aid that is still there, even one of which we cannot read the rest. */
function liveId(value: unknown): string[] {
  const { id, is_live: isLive } = (value ?? {}) as { id?: unknown; is_live?: unknown };
  return typeof id !== 'number' || isLive === false ? [] : [String(id)];
}

function sortOne(aid: Aid, sorted: SortedAids, given: Given): void {
  try {
    const choice = choose(aid, given.today, given.all);
    const { refusal } = choice;
    // What was imported is followed, however near or far: it may come from an import of all.
    const isFollowed = refusal !== 'not-live' && Object.hasOwn(given.state, aid.id);
    if (refusal && !isFollowed) sorted.left.push({ ...choice, name: aid.name, refusal });
    else addDraft(aid, choice.reasons, sorted, given);
  } catch (error) {
    sorted.faults.push(
      `${nameOf(aid)} : ${whyUnread(error)}. Elle est laissée, les autres continuent ; lisez-la sur ${given.base}.`,
    );
  }
}

/** The end of a sentence about an aid. */
function whyUnread(error: unknown): string {
  if (error instanceof EndlessText) return `son texte ${error.message}`;
  const { message } = error as Error;
  return message === 'Invalid URL' ? 'l’adresse de sa page n’en est pas une' : `elle ne se lit pas (${message})`;
}

function addDraft(aid: Aid, reasons: Choice['reasons'], sorted: SortedAids, { base, today, content }: Given): void {
  const name = aidText(aid.financers[0] ?? '') || 'Financeur non renseigné';
  const funder = content.funders.get(keyOf(name)) ?? (slugOf(name, 70) || 'financeur-non-renseigne');
  const draft = draftOf(aid, { base, funder, today, reasons });
  const fault = faultOf(draft);
  if (fault) {
    sorted.faults.push(`${nameOf(aid)} : ${fault}`);
    return;
  }
  sorted.drafts.set(String(aid.id), draft);
  if (!content.funderSlugs.has(funder)) sorted.newFunders.set(funder, name);
}

/** What our own rules refuse in a draft, in a sentence; undefined when they accept it. */
function faultOf({ slug, data, body }: EntryDraft): string | undefined {
  const [problem] = [
    ...readEntry(opportunities, data).problems,
    ...bodyProblems(opportunities, body),
    ...readMarkdown(body, toMdast).faults.map((fault) => ({ field: 'texte', ...fault })),
  ];
  return (
    problem &&
    `le brouillon « ${slug} » n’est pas écrit : ${problem.field} devrait être ${problem.expected}. ${problem.remedy}`
  );
}
