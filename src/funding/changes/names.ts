import { addDays } from '#domain/days.ts';
import type { FileVersion } from '#content/versions.ts';

/** For how long a new name may be shown beside the one whose place it takes, in days. */
const HANDOVER = 7;

/** Days on which a file was shown. */
interface Span {
  from: string;
  /** The day after the last. */
  to: string;
}

const NEVER = '9999-12-31';

function spansOf(versions: readonly FileVersion[]): Span[] {
  return versions.flatMap(({ on, text }, index) => {
    const isGoingOn = versions[index - 1]?.text !== undefined;
    if (text === undefined || isGoingOn) return [];
    return [{ from: on, to: versions.slice(index).find((each) => each.text === undefined)?.on ?? NEVER }];
  });
}

/** Whether two files were shown beside each other, for longer than a change of name takes: they are two. */
export function areTwins(one: readonly FileVersion[], other: readonly FileVersion[]): boolean {
  const spans = spansOf(other);
  return spansOf(one).some((a) =>
    spans.some((b) => a.from < b.to && b.from < a.to && !isHandover(a, b) && !isHandover(b, a)),
  );
}

/** The old name goes soon after the new one came. */
const isHandover = (old: Span, young: Span): boolean =>
  old.from <= young.from && old.to <= young.to && old.to <= addDays(young.from, HANDOVER);

/**
 * What a file that had several names said, day after day.
 * @param names the latest first: it speaks for the others on the days when it is shown
 */
export function joined(names: readonly (readonly FileVersion[])[]): FileVersion[] {
  const days = [...new Set(names.flat().map(({ on }) => on))].toSorted();
  return days.map((day) => ({
    on: day,
    text: names.map((versions) => versions.findLast(({ on }) => on <= day)?.text).find((text) => text !== undefined),
  }));
}
