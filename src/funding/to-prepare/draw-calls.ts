import { escapeHtml } from '#domain/html.ts';
import type { NamedCandidate } from '../matching/fetch-candidates.ts';
import { reasonsHtml } from '../search/opportunity-row.ts';
import type { OpportunityRecord } from '../search/questions.ts';
import { whyPrepare } from './prepare-words.ts';
import { toPrepare } from './to-prepare.ts';

/** Writes the calls that a cantine prepares now in the place that a page keeps for them; hides it when none asks. */
export function drawCalls(
  place: HTMLElement,
  records: readonly OpportunityRecord[],
  cantine: NamedCandidate | undefined,
  today: string,
): void {
  const calls = place.querySelector('.calls');
  if (calls) calls.innerHTML = cantine ? callsHtml(records, cantine, today) : '';
  place.hidden = cantine === undefined;
}

function callsHtml(records: readonly OpportunityRecord[], cantine: NamedCandidate, today: string): string {
  const calls = toPrepare(records, cantine, today);
  if (calls.length === 0)
    return '<p>Rien à commencer pour l’instant\u00a0: rien de ce qui convient n’a de date à venir, ni d’habitude.</p>';
  const items = calls.map((call) => {
    const { slug, title, demo } = call.record;
    const mark = demo ? ' <span class="demo">Exemple</span>' : '';
    return `<li><h3><a href="/financements/${slug}/">${escapeHtml(title)}</a>${mark}</h3>${reasonsHtml(whyPrepare(call, cantine, today), cantine.slug)}</li>`;
  });
  return `<ol>${items.join('')}</ol>`;
}
