/** The year of a watch as a drawing: a line for each call, what is announced solid, what is usual hatched. */
import { formatDate } from '#domain/date-words.ts';
import { daysBetween, lastDayOf } from '#domain/days.ts';
import { capitalised } from '#domain/french.ts';
import { escapeHtml } from '#domain/html.ts';
import { monthOf } from '#domain/months.ts';
import { startsOn, type Plan } from './backwards.ts';
import { spansOf, type Round } from './rounds.ts';
import { callHtml, sayAge } from './call-html.ts';
import { sayRow } from './season-words.ts';
import type { SeasonRow, Year } from './year.ts';

/** Parts of the width, in percent, under which a bar is too short for the day of its end. */
const WIDE_ENOUGH = 13;
/** Further right, words stand at the left of their place. */
const NEAR_END = 90;

/** Where a day begins in the width of the year, in percent: each month is as wide as another. */
export function placeOf(day: string, months: readonly string[]): number {
  const first = months[0] ?? monthOf(day);
  const month = monthOf(day);
  const index =
    (Number(month.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(month.slice(5)) - Number(first.slice(5));
  const length = Number(lastDayOf(month).slice(8));
  const place = (100 * (index + daysBetween(`${month}-01`, day) / length)) / months.length;
  return Math.round(10 * Math.min(100, Math.max(0, place))) / 10;
}

/** The end of a day: where the next begins. */
const endOf = (day: string, months: readonly string[]): number =>
  Math.min(100, Math.round(10 * (placeOf(day, months) + 100 / months.length / 30)) / 10);

const MONTH = new Intl.DateTimeFormat('fr-FR', { month: 'short', timeZone: 'UTC' });

/** Rows beyond `most` are hidden, for a button to show. */
export function drawingHtml({ months, rows }: Year, today: string, most: number): string {
  const names = months.map((month, index) => {
    const isYear = index === 0 || month.endsWith('-01');
    const name = MONTH.format(new Date(`${month}-01T00:00:00Z`));
    return `<span>${name}${isYear ? ` <b>${month.slice(0, 4)}</b>` : ''}</span>`;
  });
  const now = placeOf(today, months);
  return `<div class="scroller"><div class="year-drawing"><svg class="patterns" aria-hidden="true"><defs><pattern id="season-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="3" height="7"/></pattern></defs></svg><p class="months" aria-hidden="true">${names.join('')}</p><ul>${rows
    .map((row, index) => rowHtml(row, { months, today, now, isHidden: index >= most }))
    .join('')}</ul></div></div>`;
}

interface Frame {
  months: readonly string[];
  today: string;
  /** The place of today. */
  now: number;
  isHidden: boolean;
}

function rowHtml(row: SeasonRow, { months, today, now, isHidden }: Frame): string {
  const bars = row.rounds.map((round) => roundSvg(round, months, today)).join('');
  const said = capitalised(sayRow(row, today));
  return `<li class="${row.certainty}"${isHidden ? ' data-more hidden' : ''}><span class="call">${callHtml(row)}${row.certainty === 'stale' ? ` <span class="soft">${sayAge(row.record)}</span>` : ''}</span><span class="line"><svg role="img" aria-label="${escapeHtml(said)}"><line class="today" x1="${now}%" x2="${now}%" y1="0" y2="100%"/>${bars}${planSvg(row.plan, months)}</svg></span><span class="said">${escapeHtml(said)}</span></li>`;
}

function roundSvg(round: Round, months: readonly string[], today: string): string {
  const spans = spansOf(round, today).filter(({ from }) => monthOf(from) <= (months.at(-1) ?? ''));
  const bars = spans.map(({ from, to, isUsual }) => {
    const [left, right] = [placeOf(from, months), endOf(to, months)];
    const shape = `x="${left}%" width="${Math.max(1.2, right - left).toFixed(1)}%" y="3" height="18" rx="9"`;
    return isUsual
      ? `<rect class="usual-ground" ${shape}/><rect class="usual" fill="url(#season-hatch)" ${shape}/>`
      : `<rect class="announced" ${shape}/>`;
  });
  return bars.join('') + dayOfRoundSvg(round, spans[0]?.from ?? today, months);
}

/** The announced day of a round, in words: its last, with a dot, in its bar or beside; its first when no last is seen. */
function dayOfRoundSvg({ opens, closes }: Round, from: string, months: readonly string[]): string {
  const left = placeOf(from, months);
  if (!closes || closes.isUsual || monthOf(closes.on) > (months.at(-1) ?? '')) {
    return opens && !opens.isUsual && opens.on === from ? textSvg('beside', left, -6, sayDay(from), true) : '';
  }
  const right = endOf(closes.on, months);
  const words = sayDay(closes.on);
  const dot = `<circle class="end" cx="${right}%" cy="12" r="5"/>`;
  if (right - left >= WIDE_ENOUGH) return dot + textSvg('inside', right, -14, words, true);
  return (
    dot + (right > NEAR_END ? textSvg('beside', left, -6, words, true) : textSvg('beside', right, 9, words, false))
  );
}

/** `1er décembre` */
const sayDay = (day: string): string => formatDate(day).slice(0, -5);

const textSvg = (name: string, x: number, dx: number, words: string, isBefore: boolean): string =>
  `<text class="${name}" x="${x}%" dx="${dx}" y="16.5"${isBefore ? ' text-anchor="end"' : ''}>${words}</text>`;

/** The work, from its start to its target, under the rounds. */
function planSvg(plan: Plan | undefined, months: readonly string[]): string {
  if (!plan) return '';
  const left = placeOf(startsOn(plan), months);
  // The work of the year after.
  if (left >= 100) return '';
  const right = placeOf(plan.steps.at(-1)?.on ?? plan.target, months);
  const isAtEnd = left > NEAR_END;
  return `<rect class="work" x="${left}%" width="${Math.max(1.2, right - left).toFixed(1)}%" y="24" height="14" rx="7"/><text class="to-do" x="${isAtEnd ? right : left}%" dx="${isAtEnd ? -6 : 6}" y="34.5"${isAtEnd ? ' text-anchor="end"' : ''}>préparer</text>`;
}
