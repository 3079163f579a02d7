import { daysBetween } from '#domain/days.ts';
import { sayDates, sayLastDay } from '#domain/deadline-words.ts';
import { uncapitalised } from '#domain/french.ts';
import { typeset } from '#domain/typography.ts';
import { entryPath } from '#content/routes.ts';
import { sayAmounts, sayShare } from '#funding/amount-words.ts';
import { CHANGE_KINDS, sayChange, weightiest } from '#funding/changes/change-words.ts';
import type { Change } from '#funding/changes/changes.ts';
import { calendarOf } from '#funding/freshness.ts';
import { ANSWER_WORDS, sayReasons } from '#funding/matching/matching-words.ts';
import { matchOpportunity } from '#funding/matching/matching.ts';
import { OPPORTUNITY_KINDS, type Opportunity } from '#schemas/opportunities.ts';
import type { LetterCard } from '../mail/letter.ts';
import type { MailedOpportunity, MailRecipient } from './content.ts';
import type { Item } from './memory.ts';

interface CardSetting {
  recipient: MailRecipient;
  siteUrl: string;
  today: string;
  /** Whether the part in which the card stands leaves its change to be said. */
  isMarked: boolean;
}

/** All that one needs to decide whether to answer. */
export function cardOf(
  { slug, changes, reminders }: Item,
  { data, funder }: MailedOpportunity,
  { recipient: { candidate, about }, siteUrl, today, isMarked }: CardSetting,
): LetterCard {
  const match = matchOpportunity(data, candidate, today);
  const amount = [sayAmounts(data.amounts), sayShare(data.fundedShare, data.fundedShareOf), data.amounts.note].filter(
    (part) => part !== undefined,
  );
  const fact = (label: string, value: string | undefined) =>
    value === undefined ? [] : [{ label: typeset(label), value: typeset(value) }];
  const calendar = { ...calendarOf(data), windows: data.windows };
  const days =
    reminders.length > 0
      ? reminders.map((day) => sayLastDay(data, day, daysBetween(today, day))).join(', puis ')
      : sayDates(calendar, today);
  return {
    title: titleOf(data),
    mark: isMarked ? markOf(changes) : undefined,
    summary: typeset(data.summary),
    facts: [
      ...fact('Ce qui change', whatChanged(changes)),
      ...fact(reminders.length > 0 ? 'Dernier jour' : 'Dates', days),
      ...fact('Montant', amount.length > 0 ? amount.join(' ; ') : 'à demander au financeur'),
      ...fact('Type', uncapitalised(OPPORTUNITY_KINDS[data.kind])),
      ...fact('Financeur', funder),
      ...fact('À savoir', data.confidence === 'low' ? 'information ancienne, à confirmer' : undefined),
    ],
    answer: typeset(
      `${ANSWER_WORDS[match.answer]}, cela ${match.answer === 'yes' ? 'convient' : 'pourrait convenir'} ${about}`,
    ),
    reasons: sayReasons(match, data, candidate).map(typeset),
    links: [
      { label: 'Notre fiche', url: siteUrl + entryPath('opportunities', slug) },
      ...(data.officialUrl === undefined ? [] : [{ label: 'Page officielle', url: data.officialUrl }]),
    ],
  };
}

export const titleOf = ({ title, demo }: Opportunity): string => typeset(demo ? `${title} (exemple)` : title);

/** What weighs most among the changes of an opportunity. */
function markOf(changes: readonly Change[]): string | undefined {
  const change = weightiest(changes);
  return change && CHANGE_KINDS[change.kind];
}

/** In words; undefined for what is new: its part says so. */
function whatChanged(changes: readonly Change[]): string | undefined {
  const said = changes.filter(({ kind }) => kind !== 'new' && kind !== 'back').map(sayChange);
  return said.length === 0 ? undefined : said.map(uncapitalised).join(' ; ');
}
