import type { Revision } from '#content/history.ts';
import { addressLine, fullName } from '#domain/address.ts';
import { formatDate } from '#domain/date-words.ts';
import { typeset } from '#domain/typography.ts';
import { instantOf } from '#domain/zones.ts';
import type { Cantine } from '#schemas/cantines.ts';
import { ATTENDANCE, SESSION_KINDS, type Session } from '#schemas/sessions.ts';
import { labelled, plain, plainTitle } from '#feeds/plain.ts';
import { sayTimes, sayZone } from '../times-words.ts';

/** A session with what its calendar event and its news say besides its entry. */
export interface ToldSession {
  slug: string;
  session: Session;
  /** Absolute address of its page. */
  page: string;
  /** The cantine that hosts it, when it is shown. */
  cantine: Pick<Cantine, 'title' | 'address' | 'location'> | undefined;
  /** INSEE code of the region where one may come. */
  region: string | undefined;
  revision: Revision;
}

const STATE_TITLES: Readonly<Record<Session['status'], string>> = {
  scheduled: '',
  full: 'Complète : ',
  postponed: 'Reportée : ',
  cancelled: 'Annulée : ',
};

const STATE_SENTENCES: Readonly<Record<Session['status'], string | undefined>> = {
  scheduled: undefined,
  full: 'Cette session est complète.',
  postponed: 'Cette session est reportée : la nouvelle date sera annoncée sur sa page.',
  cancelled: 'Cette session est annulée.',
};

/** `Annulée : Ça mijote, en ligne`, on one line. */
export function titleOf({ status, title, demo }: Session): string {
  return typeset(plainTitle(`${STATE_TITLES[status]}${title}${demo ? ' (Exemple)' : ''}`));
}

/** Start and end, in milliseconds since 1970; the end always comes after. */
export function instantsOf({ startsAt, endsAt, timezone }: Session): { start: number; end: number } {
  const [start, end] = [instantOf(startsAt, timezone), instantOf(endsAt, timezone)];
  // A start in the hour that summer time skips is read after it, and may meet the end.
  return { start, end: end > start ? end : start + Date.parse(`${endsAt}Z`) - Date.parse(`${startsAt}Z`) };
}

/** The place on one line, as a map understands it; undefined when the session has none, or none that is shown. */
export function placeOf({ session, cantine }: ToldSession): string | undefined {
  if (session.attendance === 'online') return undefined;
  if (cantine) return plainTitle(`${fullName(cantine.title)}, ${addressLine(cantine.address)}`);
  const { name, streetAddress, postalCode, addressLocality } = session.venue;
  const parts = [name, streetAddress, [postalCode, addressLocality].filter(Boolean).join(' ')];
  return plainTitle(parts.filter(Boolean).join(', ')) || undefined;
}

/** Where it is, in words: the place, « En ligne », or what is known of it. */
export function whereOf(told: ToldSession): string {
  const { attendance } = told.session;
  return placeOf(told) ?? ATTENDANCE[attendance === 'mixed' ? 'onSite' : attendance];
}

/** What there is to know, in lines of plain French; addresses stand last on their line. */
export function sessionLines(told: ToldSession): string[] {
  const { session, page } = told;
  const { status, demo, summary, kind, attendance, audience, hosts, capacity, onlineUrl, registration } = session;
  const { closesOn, url, email } = registration;
  const until = closesOn === undefined ? '' : ` jusqu’au ${formatDate(closesOn)}`;
  return [
    STATE_SENTENCES[status],
    demo ? 'Exemple : ce rendez-vous est inventé pour montrer la page.' : undefined,
    summary,
    labelled('Quand', sayTimes(session) + sayZone(session)),
    labelled('Où', attendance === 'mixed' ? `${whereOf(told)}, et en ligne` : whereOf(told)),
    labelled('Type', SESSION_KINDS[kind]),
    labelled('Pour qui', audience),
    labelled('Accueil', hosts.join(' · ')),
    labelled('Places', capacity?.toString()),
  ]
    .flatMap((line) => (line === undefined ? [] : typeset(plain(line))))
    .concat(
      status === 'cancelled' ? [] : (labelled('Visio', onlineUrl) ?? []),
      status === 'scheduled' ? (labelled(`Inscription${until}`, url ?? email) ?? []) : [],
      labelled('En savoir plus', page) ?? [],
    );
}

/** By start, then by name: the same content gives the same file. */
export function byStart(sessions: readonly ToldSession[]): ToldSession[] {
  return sessions.toSorted(
    (a, b) => a.session.startsAt.localeCompare(b.session.startsAt) || a.slug.localeCompare(b.slug, 'en'),
  );
}
