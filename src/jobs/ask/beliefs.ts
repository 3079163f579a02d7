import { addressLine } from '#domain/address.ts';
import { formatWhen } from '#domain/date-words.ts';
import { addDays, lastDayOf } from '#domain/days.ts';
import { uncapitalised } from '#domain/french.ts';
import { addMonths } from '#domain/months.ts';
import { BY_ROLE } from '#domain/roles.ts';
import { joinServices, weekInWords } from '#domain/week.ts';
import { BOOKING_RULES, CANTINE_STATUS, cantines, type Cantine } from '#schemas/cantines.ts';
import { askOf, metaOf } from '#schemas/kit/index.ts';
import { APART, type Occasion } from './calendar.ts';

/** What somebody who comes tonight must know; the first is missed the most. */
const ASKED = ['openingHours', 'address', 'contacts', 'booking', 'status'] as const;

/** What a table that is not laid yet can tell. */
const ASKED_OF_TEAMS = ['status', 'address', 'contacts'] as const;

type Fact = (typeof ASKED)[number];

/** What we believe of a fact, in a line. */
export interface Belief {
  fact: Fact;
  label: string;
  isKnown: boolean;
  /** With its date: « Le mardi midi. Confirmé le 3 novembre 2026 ». */
  words: string;
  /** Whether it is time to ask it again. */
  due: boolean;
}

/** What we believe of a cantine, what most needs a word first. */
export function beliefsOf(cantine: Cantine, occasion: Occasion, today: string): Belief[] {
  const facts: readonly Fact[] = cantine.status === 'preparing' ? ASKED_OF_TEAMS : ASKED;
  return facts
    .map((fact) => ({ fact, since: dueSince(cantine, fact, occasion) }))
    .toSorted((a, b) => a.since.localeCompare(b.since, 'en'))
    .map(({ fact, since }) => ({
      fact,
      label: metaOf(cantines.fields[fact]).label,
      due: since <= today,
      ...told(cantine, fact),
    }));
}

/** Somebody answered since a day: on a fact or on the whole fiche. */
export const isAnsweredSince = ({ confirmations, verifiedOn = '' }: Cantine, day: string): boolean =>
  verifiedOn >= day || confirmations.some(({ on }) => on >= day);

interface Word {
  /** A partial date. */
  on: string;
  words: string;
}

/** The last word on a fact: that of somebody, else the date of what was read. */
function lastWord(cantine: Cantine, fact: Fact): Word | undefined {
  const { confirmations, verifiedOn } = cantine;
  const line = confirmations.find((each) => each.fact === fact);
  const read = fact === 'status' ? cantine.statusAsOf : cantine[fact].asOf;
  const said: (Word | undefined)[] = [
    read === undefined ? undefined : { on: read, words: `lu ${formatWhen(read)}` },
    verifiedOn === undefined ? undefined : { on: verifiedOn, words: `confirmé ${formatWhen(verifiedOn)}` },
    line && { on: line.on, words: `confirmé par ${BY_ROLE[line.by]} ${formatWhen(line.on)}` },
  ];
  // Of the same day, the last of these says the most.
  return said
    .flatMap((word) => word ?? [])
    .toSorted((a, b) => a.on.localeCompare(b.on, 'en'))
    .at(-1);
}

/**
 * The day from which a fact is asked again: after the interval of its field; hours change with a season, and are asked
 * before it whatever was said earlier. What nobody knows, or dated, is asked first of all.
 */
function dueSince(cantine: Cantine, fact: Fact, { from, season }: Occasion): string {
  const word = lastWord(cantine, fact);
  if (!word || IN_SHORT[fact](cantine).length === 0) return '';
  const day = lastDayOf(word.on);
  const isOfLastSeason = fact === 'openingHours' && season !== undefined && day < addDays(from, -APART);
  const again = addMonths(day, askOf(metaOf(cantines.fields[fact])).every);
  return isOfLastSeason && from < again ? from : again;
}

function told(cantine: Cantine, fact: Fact): Pick<Belief, 'isKnown' | 'words'> {
  const words = IN_SHORT[fact](cantine);
  if (words.length === 0) return { isKnown: false, words: 'nous ne savons pas' };
  return { isKnown: true, words: `${words.join(' ; ')} (${lastWord(cantine, fact)?.words ?? 'sans date'})` };
}

/** What an e-mail says of a fact: no address of a page, for the message leads to ours alone. */
const IN_SHORT: Readonly<Record<Fact, (cantine: Cantine) => string[]>> = {
  openingHours: ({ openingHours: { slots, note } }) => {
    const week = weekInWords(slots).map(({ days, services }) => uncapitalised(`${days}, ${joinServices(services)}`));
    return week.length > 0 ? week : some(note);
  },
  address: ({ address }) => [addressLine(address)],
  contacts: ({ contacts: { email, telephone } }) => [...some(telephone), ...some(email)],
  booking: ({ booking: { cook, eat, note } }) => [
    ...ruleOf('pour cuisiner', cook),
    ...ruleOf('pour manger', eat),
    ...some(note && uncapitalised(note.replace(/\.$/, ''))),
  ],
  status: ({ status }) => [uncapitalised(CANTINE_STATUS[status])],
};

const some = (text: string | undefined): string[] => (text === undefined ? [] : [text]);

const ruleOf = (what: string, rule: keyof typeof BOOKING_RULES): string[] =>
  rule === 'unknown' ? [] : [`${what}, ${uncapitalised(BOOKING_RULES[rule])}`];
