import { MAX_PROPOSAL } from '#proposals/proposal.ts';
import { readProposal, type ProposalRead } from '#proposals/read.ts';

/** The most that is searched for proposals: an e-mail with its history, and no photograph. */
export const MAX_TEXT = 2_000_000;

/** The place of a payload in any text, an address inside another one included (« liens sécurisés » of a mailbox). */
const LINK = /#(?:\/|%2F)propositions(?:\/|%2F)|%23%2Fpropositions%2F/gi;

/** What a mail program puts between two lines: the sign of a soft break, those of a quotation, blanks. */
const BREAK = /^=?[ \t]*\r?\n[> \t]*/;

/** As many lines as the longest payload has, at 60 signs a line. */
const MOST_LINES = (MAX_PROPOSAL * 1.4) / 60;

/**
 * Every proposal that a text holds: links, wherever they stand and however they were broken; a document; a payload
 * alone. Each is read, or refused in words; none when the text holds nothing that looks like one.
 */
export function proposalsIn(text: string, today: string): ProposalRead[] {
  const whole = text.replace(/^\ufeff/, '').trim();
  if (/^\{[^]*\}$/.test(whole)) return [readProposal(whole, today)];
  const found = [...whole.matchAll(LINK)].map(({ index, 0: { length } }) => readAt(whole.slice(index + length), today));
  if (found.length > 0) return distinct(found);
  const [document] = /\{\s*"type"\s*:\s*"proposition"[^]*\}/.exec(whole) ?? [];
  if (document !== undefined) return [readProposal(document, today)];
  return /^[\w-]{40,}$/.test(whole) ? [readProposal(whole, today)] : [];
}

/** A payload at the start of a text: its first line, or as many of the next ones as make it whole. */
function readAt(text: string, today: string): ProposalRead {
  let [signs = ''] = /^[\w-]*/.exec(text) ?? [];
  let rest = text.slice(signs.length);
  let read = readProposal(signs, today);
  for (let line = 0; line < MOST_LINES && read.isCut; line++) {
    const gap = BREAK.exec(rest)?.[0];
    const [more = ''] = gap === undefined ? [] : (/^[\w-]+/.exec(rest.slice(gap.length)) ?? []);
    if (gap === undefined || more === '') break;
    signs += more;
    rest = rest.slice(gap.length + more.length);
    const longer = readProposal(signs, today);
    if (!longer.isCut) read = longer;
  }
  return read;
}

/** An e-mail says the same link as text, as HTML and as a file. */
function distinct(found: readonly ProposalRead[]): ProposalRead[] {
  const seen = new Set<string>();
  return found.filter((read) => {
    const name = JSON.stringify(read);
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}
