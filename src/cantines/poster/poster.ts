import { addressLine, shownUrl } from '#domain/address.ts';
import { formatDate } from '#domain/date-words.ts';
import { formatEuros } from '#domain/numbers.ts';
import { BY_ROLE } from '#domain/roles.ts';
import { joinServices, weekInWords } from '#domain/week.ts';
import type { Cantine } from '#schemas/cantines.ts';
import { toldOn, type Fact, type Said } from '../said.ts';
import { NAME_SIZES, nameSizeOf, TEXT_SIZES, textSizeOf } from './fit.ts';

/** A part of a poster: paragraphs under a heading. A paragraph may begin with words set apart. */
interface Part {
  heading: string;
  paragraphs: { lead?: string; text: string }[];
}

/** The words of a poster, and how large they can be. */
interface Poster {
  name: string;
  /** Street and town, then the district or landmark. */
  place: string[];
  /** What to know first of a cantine that is not open. */
  status: string | undefined;
  parts: Part[];
  /** What the poster says of its own age. */
  dates: string;
  /** Sizes of the letters, in tenths of a millimetre. */
  nameSize: number;
  textSize: number;
}

const STATUS: Readonly<Record<Cantine['status'], string | undefined>> = {
  open: undefined,
  preparing: 'La cantine se prépare\u00a0: la table n’est pas encore mise.',
  paused: 'La cantine est en pause.',
  closed: 'La cantine est fermée.',
};

/** The words of a cantine's poster. */
export function posterOf(cantine: Cantine): Poster {
  const { title, address } = cantine;
  const place = [addressLine(address), address.district].flatMap((line) => (line && line !== title ? line : []));
  const status = STATUS[cantine.status];
  const dates = `À confirmer auprès de la cantine ou sur sa fiche. Dates des informations\u00a0: ${datesOf(cantine)}.`;
  const whole = partsOf(cantine, weekOf(cantine));
  const short = partsOf(cantine, [{ text: 'Les horaires sont sur la fiche de la cantine.' }]);
  const size = (parts: readonly Part[]) => {
    const paragraphs = parts.flatMap((part) => part.paragraphs.flatMap(({ lead, text }) => [lead ?? [], text].flat()));
    return textSizeOf({ status, headings: parts.length, paragraphs, footer: dates });
  };
  const wholeSize = size(whole);
  return {
    name: title,
    place,
    status,
    parts: wholeSize ? whole : short,
    dates,
    nameSize: nameSizeOf(title, place) ?? Math.min(...NAME_SIZES),
    textSize: wholeSize ?? size(short) ?? Math.min(...TEXT_SIZES),
  };
}

function partsOf(cantine: Cantine, week: Part['paragraphs']): Part[] {
  const contacts = { heading: 'Nous joindre', paragraphs: contactsOf(cantine).map((text) => ({ text })) };
  const booking = bookingOf(cantine);
  const visit = [
    { heading: 'La semaine', paragraphs: week },
    { heading: 'Prix libre', paragraphs: [{ text: priceOf(cantine).join(' ') }] },
    {
      heading: cantine.status === 'preparing' ? 'Participer' : 'S’inscrire',
      paragraphs: booking.length > 0 ? [{ text: booking.join(' ') }] : [],
    },
  ];
  return [...(cantine.status === 'closed' ? [] : visit), contacts].filter(({ paragraphs }) => paragraphs.length > 0);
}

function weekOf(cantine: Cantine): Part['paragraphs'] {
  const days = weekInWords(cantine.openingHours.slots);
  return [
    ...days.map((each) => ({ lead: each.days, text: joinServices(each.services) })),
    ...weekNotesOf(cantine).map((text) => ({ text })),
  ];
}

function weekNotesOf({ openingHours, status, contacts }: Cantine): string[] {
  const { slots, note, publicHolidays } = openingHours;
  const none = slots.length === 0 && !note;
  return [
    none &&
      status === 'open' &&
      `Pour les horaires, ${isReachable(contacts) ? 'demandez à la cantine avant de venir' : FICHE_TELLS}.`,
    none && status === 'preparing' && 'Les horaires viendront avec l’ouverture.',
    note,
    publicHolidays === 'closed' && 'Fermé les jours fériés.',
  ].filter((line) => typeof line === 'string');
}

/** Whether somebody answers before one comes. */
const isReachable = ({ telephone, email }: Cantine['contacts']): boolean => Boolean(telephone ?? email);

const FICHE_TELLS = 'sa fiche dit à qui demander';

function priceOf({ price }: Cantine): string[] {
  const cost =
    price.costPrice === undefined ? undefined : `Un repas coûte environ ${formatEuros(price.costPrice)} à la cantine.`;
  // A note often says the cost again, with its date: it is told once.
  const told = price.note && cost && price.note.includes(formatEuros(price.costPrice ?? 0));
  return ['Vous donnez ce que vous voulez, selon vos moyens.', cost, told ? undefined : price.note].filter(
    (line) => line !== undefined,
  );
}

const RULES = {
  required: 'on s’inscrit',
  recommended: 'mieux vaut s’inscrire',
  none: 'on vient sans s’inscrire',
} as const;

function bookingOf({ booking, membership, status, contacts }: Cantine): string[] {
  const { cook, eat, note } = booking;
  const rules =
    cook === eat && cook !== 'unknown'
      ? [`Pour cuisiner comme pour manger, ${RULES[cook]}.`]
      : [cook !== 'unknown' && `Pour cuisiner, ${RULES[cook]}.`, eat !== 'unknown' && `Pour manger, ${RULES[eat]}.`];
  const lines = [...rules, note, membership.required === 'yes' && 'On adhère à l’association.', membership.note].filter(
    (line) => typeof line === 'string',
  );
  if (lines.length > 0) return lines;
  if (status === 'preparing') return ['Envie d’en être\u202f? Tout est sur la fiche de la cantine.'];
  return [
    isReachable(contacts)
      ? 'Avant de venir, demandez à la cantine comment s’inscrire.'
      : `Pour s’inscrire, ${FICHE_TELLS}.`,
  ];
}

function contactsOf({ contacts }: Cantine): string[] {
  const { telephone, email, website, booking } = contacts;
  return [
    telephone?.replaceAll(' ', '\u00a0'),
    email,
    website && shownUrl(website),
    booking && shownUrl(booking),
  ].filter((contact) => contact !== undefined);
}

/** The facts under their dates, so that a poster on a wall still says how old it is. */
function datesOf(cantine: Cantine): string {
  const { address, openingHours, booking, membership, price, verifiedOn } = cantine;
  const dated = (fact: Fact) => sayDate(toldOn(cantine, fact));
  const facts: readonly (readonly [fact: string, isThere: unknown, date: string])[] = [
    ['état', true, dated('status')],
    ['adresse', address.streetAddress ?? address.district, dated('address')],
    ['horaires', openingHours.slots.length > 0 || openingHours.note, dated('openingHours')],
    ['prix', price.costPrice ?? price.note, dated('price')],
    ['inscription', booking.note ?? (booking.cook !== 'unknown' || booking.eat !== 'unknown'), dated('booking')],
    ['adhésion', membership.note ?? membership.required === 'yes', dated('membership')],
    ['contacts', contactsOf(cantine).length > 0, dated('contacts')],
    ['fiche relue', verifiedOn, sayDate(verifiedOn ? { on: verifiedOn, by: 'rereading' } : undefined)],
  ];
  const shown = facts.filter(([, isThere]) => isThere !== undefined && isThere !== false);
  const groups = [...Map.groupBy(shown, ([, , date]) => date)];
  return groups.map(([date, group]) => `${group.map(([fact]) => fact).join(', ')}\u00a0: ${date}`).join('\u202f; ');
}

function sayDate(said: Said | undefined): string {
  if (!said) return 'à confirmer';
  const date = formatDate(said.on);
  return said.by === 'page' || said.by === 'rereading' ? date : `${date}, par ${BY_ROLE[said.by]}`;
}
