import type { Proposal } from './proposal.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * The confidence in an opportunity once a date of it is accepted. « Bonne » is « nous l’avons lue sur une page de
 * l’année »: the network's own word on the funder's own page, which it read the day it said so. Where a cantine or a
 * guest read it, or what the press tells, says no more of the rest of the entry: the confidence stays.
 */
export function confidenceAfter(entry: Values, { by, source }: Pick<Proposal, 'by' | 'source'>): unknown {
  const official = [entry['officialUrl'], entry['formUrl']].map(hostOf);
  const host = hostOf(source);
  return by === 'network' && host !== undefined && official.includes(host) ? 'high' : entry['confidence'];
}

/** `www.exemple.org` and `exemple.org` are one site. */
function hostOf(url: unknown): string | undefined {
  return typeof url === 'string' && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : undefined;
}
