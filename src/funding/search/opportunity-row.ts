import { formatDate, formatMonths } from '#domain/date-words.ts';
import type { DeadlineState } from '#domain/deadlines.ts';
import { capitalised } from '#domain/french.ts';
import { escapeHtml } from '#domain/html.ts';
import type { Match } from '../matching/matching.ts';
import type { SaidReason } from '../matching/matching-words.ts';
import { PROFILE_ASKS, profilePath } from '../matching/profile.ts';
import { chipOf } from '#components/chip.ts';
import { sayAmounts, sayShare } from '../amount-words.ts';
import { sayTogether } from '../together/words.ts';
import type { OpportunityRecord } from './questions.ts';

/** What a row says beyond its opportunity. */
export interface RowContext {
  /** Today’s state; without it, only facts that stay true. */
  state?: DeadlineState | undefined;
  /** Why it fits, may fit or does not, each with its sentence, what decides first. */
  reasons?: readonly SaidReason[] | undefined;
  /** Whose profile would settle a doubt; without it, that of the cantine that the browser knows. */
  cantine?: string | undefined;
  /** `h3` under a heading of its group, `h2` otherwise. */
  heading?: 'h2' | 'h3';
}

/**
 * An opportunity of the watch, as HTML: written once, by the build and by the browser. Its styles are in
 * `opportunities.css`.
 */
export function rowHtml(
  record: OpportunityRecord,
  { state, reasons, cantine, heading = 'h3' }: RowContext = {},
): string {
  const { slug, title, summary, funder, territory, amounts, demo, together } = record;
  const { calendar, known, isPermanent } = chipOf(record, record.checkedOn);
  const sheet = sheetOf(record, state);
  const money = [sayAmounts(amounts), sayShare(record.fundedShare, record.fundedShareOf)]
    .filter((each) => each !== undefined)
    .join(', ');
  const facts = [funder.name, territory.name, together !== undefined && sayTogether(together)].filter(
    (each) => each !== false,
  );
  return `<li class="opportunity" data-slug="${slug}">
<p class="sheet${sheet.value.length > 2 ? ' long' : ''}"><b>${escapeHtml(sheet.value)}</b> <span>${escapeHtml(sheet.unit)}</span></p>
<div><deadline-chip class="chip${isPermanent ? ' tone-good' : ''}" data-calendar="${escapeHtml(calendar)}">${escapeHtml(known)}</deadline-chip>
<${heading}><a href="/financements/${slug}/">${escapeHtml(title)}</a>${demo ? ' <span class="demo">Exemple</span>' : ''}</${heading}>
<p>${money === '' ? '' : `<strong>${escapeHtml(capitalised(money))}.</strong> `}${escapeHtml(summary)}</p>
<p class="soft">${escapeHtml(facts.join(' · '))}</p>${reasonsHtml(reasons, cantine)}</div></li>`;
}

const MARKS: Readonly<Record<Match['answer'], readonly [sign: string, words: string]>> = {
  yes: ['✓', 'oui'],
  maybe: ['?', 'à vérifier'],
  no: ['✗', 'non'],
};

/** Reasons as a list, each with its sign, its word and the question that would settle it; nothing without reasons. */
export function reasonsHtml(reasons: readonly SaidReason[] | undefined, cantine?: string): string {
  if (!reasons || reasons.length === 0) return '';
  const items = reasons.map(({ answer, words, question }) => {
    const [sign, said] = MARKS[answer];
    return `<li class="${answer}"><span aria-hidden="true">${sign}</span><span class="visually-hidden">${said}\u00a0: </span>${escapeHtml(words)}${
      question === undefined ? '' : ` <a href="${profilePath(cantine, question)}">Dites ${PROFILE_ASKS[question]}</a>`
    }</li>`;
  });
  return `\n<ul class="reasons">${items.join('')}</ul>`;
}

const MONTH_AND_YEAR = new Intl.DateTimeFormat('fr-FR', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** The leaf of the calendar at the side of an opportunity: a day, « ∞ », the month in which it is expected. */
function sheetOf(
  { rhythm, usualMonths: { opens, closes } }: OpportunityRecord,
  state: DeadlineState | undefined,
): { value: string; unit: string } {
  const day = state && ('opensOn' in state ? state.opensOn : 'closesOn' in state ? state.closesOn : undefined);
  if (day !== undefined) {
    const [value = ''] = formatDate(day).split('\u00a0');
    return { value, unit: MONTH_AND_YEAR.format(new Date(`${day}T00:00:00Z`)) };
  }
  if (rhythm === 'permanent') return { value: '∞', unit: 'toute l’année' };
  if (state?.state === 'open') return { value: '→', unit: 'ouvert' };
  const season = state && 'season' in state ? state.season : undefined;
  const [opening, closing] = season ? [season.opensIn, season.closesIn] : [opens[0], closes[0]];
  const month = opening ?? closing;
  if (month === undefined) return { value: '?', unit: 'dates à demander' };
  return { value: formatMonths([month.slice(-2)]), unit: opening ? 'retour habituel' : 'clôture habituelle' };
}
