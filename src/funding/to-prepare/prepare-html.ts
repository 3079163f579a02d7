import { dayInFrance } from '#domain/days.ts';
import { escapeHtml } from '#domain/html.ts';
import { reach } from '#components/trouble.ts';
import { fetchCandidates } from '../matching/fetch-candidates.ts';
import { reasonsHtml } from '../search/opportunity-row.ts';
import type { OpportunityRecord } from '../search/questions.ts';
import { whyPrepare } from './prepare-words.ts';
import { toPrepare } from './to-prepare.ts';

const LIST = '/financements/veille.json';
let coming: Promise<readonly OpportunityRecord[]> | undefined;

async function fetchRecords(): Promise<readonly OpportunityRecord[]> {
  return JSON.parse(await reach(LIST, (response) => response.text())) as OpportunityRecord[];
}

/**
 * The calls that a cantine prepares now, as HTML; undefined when the cantine is unknown.
 * @throws when the watch or the list of cantines does not come
 */
export async function prepareHtml(slug: string, now: Date): Promise<string | undefined> {
  coming ??= fetchRecords();
  const [records, candidates] = await Promise.all([coming, fetchCandidates(now)]).catch((error: unknown) => {
    coming = undefined;
    throw error;
  });
  const candidate = candidates.find((each) => each.slug === slug);
  if (!candidate) return undefined;
  const today = dayInFrance(now);
  const calls = toPrepare(records, candidate, today);
  if (calls.length === 0)
    return '<p>Rien à commencer pour l’instant\u00a0: rien de ce qui convient n’a de date à venir, ni d’habitude.</p>';
  const items = calls.map((call) => {
    const { slug: id, title, demo } = call.record;
    const mark = demo ? ' <span class="demo">Exemple</span>' : '';
    return `<li><h3><a href="/financements/${id}/">${escapeHtml(title)}</a>${mark}</h3>${reasonsHtml(whyPrepare(call, candidate, today), slug)}</li>`;
  });
  return `<ol>${items.join('')}</ol>`;
}
