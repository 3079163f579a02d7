import { hiddenBy } from '#content/check/entry.ts';
import { readFrontMatter } from '#content/check/front-matter.ts';
import type { DatedFacts, DatedWindow } from './changes.ts';

/** What a version of a file says of its opportunity, by the few fields that its changes are told from. */
export interface VersionFacts extends DatedFacts {
  title: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}/;

/**
 * Reads a version of a file, which an older schema may have accepted: what cannot be read is left out. Undefined for a
 * text that no page showed.
 */
export function factsOfText(text: string | undefined, live: boolean): VersionFacts | undefined {
  const data = text === undefined ? undefined : readFrontMatter(text).data;
  if (!data || hiddenBy(data, live) !== undefined) return undefined;
  const { title, rhythm, windows } = data;
  return {
    title: typeof title === 'string' ? title : '',
    isPermanent: rhythm === 'permanent',
    isSeveral: rhythm === 'several',
    windows: (Array.isArray(windows) ? windows : []).flatMap((window: unknown) => windowOf(window) ?? []),
  };
}

function windowOf(window: unknown): DatedWindow | undefined {
  if (typeof window !== 'object' || window === null) return undefined;
  const { opensOn, closesOn }: { opensOn?: unknown; closesOn?: unknown } = window;
  const [from, to] = [dayOf(opensOn), dayOf(closesOn)];
  if (from === undefined && to === undefined) return undefined;
  return { ...(from && { opensOn: from }), ...(to && { closesOn: to }) };
}

/** YAML reads a day as a moment, unless it is quoted. */
function dayOf(value: unknown): string | undefined {
  const text = value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : value;
  return typeof text === 'string' && DAY.test(text) ? text.slice(0, 10) : undefined;
}
