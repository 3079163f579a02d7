import { contains, type SiteState } from '#publication/site-state.ts';
import { reasonOfRefusal, type Reason, type Run } from './forge.ts';
import type { Save } from './saves.ts';

/** What was last seen, and when something stopped answering (milliseconds since 1970). */
export interface Seen {
  site: SiteState | undefined;
  siteLostAt: number | undefined;
  /** The newest commit of the branch, and what the forge made of the commit that is waited for. */
  head: string | undefined;
  run: Run | undefined;
  forgeLostAt: number | undefined;
}

/** What the bar says. */
export type Situation =
  | { is: 'nothing' }
  | { is: 'saved'; saves: readonly Save[] }
  | { is: 'refused'; reason: Reason }
  /** No pipeline took the commit. */
  | { is: 'not started' }
  /** The forge says that it is published, and the site does not show it. */
  | { is: 'not served' }
  | { is: 'forge lost' }
  | { is: 'site lost' }
  /** Nothing of this editor waits, and what was published last was refused. */
  | { is: 'broken'; reason: Reason };

/** Without a pipeline for that long, somebody must look. */
export const START_MS = 10 * 60_000;

/** A silence that is no hiccup. */
export const LOST_MS = 60_000;

/** The saves that are online, and those that still wait: who is contained brings along all that was saved before. */
export function sortSaves(saves: readonly Save[], site: SiteState | undefined): { online: Save[]; waiting: Save[] } {
  const last = saves.findLastIndex(
    ({ commit }) => site !== undefined && commit !== undefined && contains(site, commit),
  );
  return { online: saves.slice(0, last + 1), waiting: saves.slice(last + 1) };
}

/** What to say of what waits, from what was seen. */
export function situationOf(waiting: readonly Save[], seen: Seen, now: number): Situation {
  const { site, run, siteLostAt, forgeLostAt } = seen;
  const newest = waiting.at(-1);
  if (!newest) return brokenOf(seen);
  const { refused } = site ?? {};
  if (refused && newest.commit !== undefined && refused.commits.includes(newest.commit))
    return { is: 'refused', reason: reasonOfRefusal(refused) };
  if (run?.state === 'failed') return { is: 'refused', reason: run.reason };
  if (siteLostAt !== undefined && now - siteLostAt >= LOST_MS) return { is: 'site lost' };
  if (forgeLostAt !== undefined && now - forgeLostAt >= LOST_MS) return { is: 'forge lost' };
  if (now - newest.savedAt >= START_MS) {
    if (run?.state === 'none') return { is: 'not started' };
    if (run?.state === 'passed') return { is: 'not served' };
  }
  return { is: 'saved', saves: waiting };
}

function brokenOf({ site, head, run }: Seen): Situation {
  if (site?.refused) return { is: 'broken', reason: reasonOfRefusal(site.refused) };
  // The job of a night fails too when its e-mails do: what was written is online then.
  const behind = site === undefined || head === undefined || !contains(site, head);
  return behind && run?.state === 'failed' ? { is: 'broken', reason: run.reason } : { is: 'nothing' };
}
