import { dayInFrance } from '#domain/days.ts';
import { isToReconfirm, type Calendar } from '#domain/deadlines.ts';
import { capitalised } from '#domain/french.ts';
import { escapeHtml } from '#domain/html.ts';
import { planOf, type CallWork, type Plan } from './backwards.ts';
import { certaintyOf, roundsAhead, type Round } from './rounds.ts';
import { ESTIMATE, GUESSED, sayPreparation, sayRound, sayStep, sayStepDay } from './season-words.ts';

/** A call as its page gives it. */
export interface CallOfPage {
  calendar: Calendar;
  work: CallWork;
}

/** The next round of a call in a sentence, and its steps; without a plan when no day is to be counted from. */
export function nextRound({ calendar, work }: CallOfPage, today: string): { words: string; plan?: Plan | undefined } {
  const [round] = roundsAhead(calendar, today);
  if (!round) return { words: 'Prochaine campagne\u00a0: ni annoncée, ni habituelle. Demandez-la au financeur.' };
  const plan = planOf(work, round, today);
  const doubt = certaintyOf(round, calendar, today) === 'announced' ? '' : ', à confirmer auprès du financeur';
  const begins = sayPreparation(plan);
  return {
    words: `${sayCampaign(round, today)}${doubt}.${begins && ` ${capitalised(begins)}.`}`,
    plan,
  };
}

function sayCampaign(round: Round, today: string): string {
  const { opens, closes } = round;
  const begun = opens ?? closes;
  const runs = begun !== undefined && !begun.isUsual && (begun !== opens || begun.on <= today);
  const said = sayRound(round, today);
  return runs
    ? `Campagne en cours\u00a0: ${said.replace(/^ouvert(?=,|$)/, 'ouverte')}`
    : `Prochaine campagne\u00a0: ${said}`;
}

/** Writes it in the parts that the page keeps for it. */
export function tellNextRound(page: HTMLElement, call: CallOfPage, now: Date): void {
  const today = dayInFrance(now);
  const { asOf } = call.calendar;
  const doubt = page.querySelector('.doubt');
  if (doubt && asOf !== undefined && isToReconfirm(asOf, today)) doubt.textContent = ', à reconfirmer';
  const next = page.querySelector('.next');
  if (!next) return;
  const { words, plan } = nextRound(call, today);
  next.textContent = words;
  const details = page.querySelector('details');
  if (!details) return;
  details.hidden = plan === undefined;
  if (plan) details.insertAdjacentHTML('beforeend', stepsHtml(plan, call.work.documents));
}

/** The steps of a plan, as HTML, and what they are counted from. */
export function stepsHtml(plan: Plan, documents: number): string {
  const steps = plan.steps.map(
    (step) =>
      `<li><strong>${escapeHtml(capitalised(sayStepDay(step, plan)))}</strong>\u00a0: ${escapeHtml(sayStep(step, plan, documents))}</li>`,
  );
  const usual = plan.isUsual ? 'Compté depuis un mois habituel, à confirmer. ' : '';
  const guessed = plan.isGuessed ? `${capitalised(GUESSED)}. ` : '';
  return `<ol>${steps.join('')}</ol><p class="soft">${usual}${guessed}${ESTIMATE}</p>`;
}
