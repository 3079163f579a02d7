import { formatDate, formatDay, formatOf } from '#domain/date-words.ts';
import { escapeHtml } from '#domain/html.ts';
import { sayKnownDates } from '#domain/deadline-words.ts';
import { isToReconfirm } from '#domain/deadlines.ts';
import { toActUpon, type Digest, type DigestOpportunity } from './digest.ts';
import { uncapitalised } from '#domain/french.ts';
import { addToMonth } from '#domain/months.ts';
import { count } from '#domain/numbers.ts';
import { typeset } from '#domain/typography.ts';
import { plainTitle } from '#feeds/plain.ts';
import { sayChange } from '../changes/change-words.ts';
import type { Change } from '../changes/changes.ts';

/** An opportunity as the digest names it. */
export interface NamedOpportunity extends DigestOpportunity {
  title: string;
  /** Absolute address of its page. */
  page: string;
  funder: string | undefined;
  amount: string | undefined;
  territory: string;
}

/** An e-mail to copy: it says the same both ways. */
export interface DigestMail {
  subject: string;
  text: string;
  /** Headings, paragraphs, lists and links alone, without style: every mail program keeps them. */
  html: string;
}

interface Item {
  title: string;
  page: string;
  /** What follows the title. */
  facts: string;
}

interface Section {
  title: string;
  lead?: string;
  items: Item[];
}

const itemOf = ({ title, page, funder, amount, territory }: NamedOpportunity, when?: string): Item => ({
  title: typeset(plainTitle(title)),
  page,
  facts: typeset(plainTitle([when, funder, territory, amount].filter(Boolean).join(' · '))),
});

/** A habit too old to be relied upon on the first day of a month says so. */
const age = ({ calendar: { asOf } }: NamedOpportunity, month: string): string | undefined =>
  asOf !== undefined && isToReconfirm(asOf, `${month}-01`) ? `vu en ${asOf.slice(0, 4)}, à reconfirmer` : undefined;

/** `La veille de novembre 2026` */
export const digestTitle = (month: string): string => `La veille ${formatOf(month)}`;

const HABIT = 'C’est un usage des années passées, pas une date : vérifiez auprès du financeur.';

/** What happened to an opportunity, in a line. */
const sayChanges = (changes: readonly Change[]): string =>
  changes.map((change, index) => (index === 0 ? sayChange(change) : uncapitalised(sayChange(change)))).join(' ; ');

function sectionsOf(digest: Digest<NamedOpportunity>): Section[] {
  const { month, closing, opening, usuallyClosing, returning, fresh, idle, changed } = digest;
  const usual = (opportunity: NamedOpportunity) => itemOf(opportunity, age(opportunity, month));
  const known = (opportunity: NamedOpportunity) => itemOf(opportunity, sayKnownDates(opportunity.calendar));
  // A date that changed is told where the day stands, and not once more below.
  const said = new Set<NamedOpportunity>();
  const dated = (opportunity: NamedOpportunity, words: string) => {
    const change = said.has(opportunity) ? undefined : changed.find((each) => each.opportunity === opportunity);
    said.add(opportunity);
    return itemOf(opportunity, change ? `${words} · ${uncapitalised(sayChanges(change.changes))}` : words);
  };
  const closes = closing.map(({ opportunity, day }) => dated(opportunity, formatDay(day)));
  const opens = opening.map(({ opportunity, day }) => dated(opportunity, `dès le ${formatDay(day)}`));
  const sections: Section[] = [
    { title: `Se clôt en ${formatDate(month)}`, items: closes },
    { title: `S’ouvre en ${formatDate(month)}`, items: opens },
    {
      title: `Ce qui a changé en ${formatDate(addToMonth(month, -1))}`,
      items: changed
        .filter(({ opportunity }) => !said.has(opportunity))
        .map(({ opportunity, changes }) => itemOf(opportunity, sayChanges(changes))),
    },
    { title: 'Se clôt d’habitude à cette saison', lead: HABIT, items: usuallyClosing.map(usual) },
    { title: 'Revient d’habitude à cette saison', lead: HABIT, items: returning.map(usual) },
    { title: `Nouveau dans la veille depuis ${formatDate(addToMonth(month, -1))}`, items: fresh.map(known) },
    {
      title: 'Nouveau aussi, mais pas pour ce mois-ci',
      lead: 'Clos, sans date connue, à reconfirmer, ou pas encore ouverts : ils sont là pour qu’on sache qu’ils existent.',
      items: idle.map(known),
    },
  ];
  return sections.filter(({ items }) => items.length > 0);
}

function leadOf(digest: Digest<NamedOpportunity>): string {
  const many = toActUpon(digest).size;
  const now =
    many === 0
      ? 'Rien de daté ce mois-ci : c’est le bon moment pour préparer vos pièces, relire un bilan, ou remercier un financeur. Les financements ouverts toute l’année restent dans la veille.'
      : `Ce mois-ci : ce qui ferme, ce qui ouvre, ce qui revient. ${count(many, 'financement')}, le plus pressé d’abord.`;
  if (digest.idle.length === 0) return now;
  const apart = count(digest.idle.length, 'autre est entré', 'autres sont entrés');
  return `${now} ${apart} dans la veille sans qu’il y ait rien à faire ce mois-ci : voyez la fin de ce message.`;
}

/**
 * The digest of a month as an e-mail.
 * @param siteUrl where the watch is read, without a final slash
 */
export function digestMail(digest: Digest<NamedOpportunity>, siteUrl: string): DigestMail {
  const sections = sectionsOf(digest).map((section) => ({
    ...section,
    title: typeset(section.title),
    lead: section.lead === undefined ? undefined : typeset(section.lead),
  }));
  const lead = typeset(leadOf(digest));
  const end = { words: 'Toute la veille, avec ses filtres', page: `${siteUrl}/financements/` };
  const text = [
    `Bonjour,\n\n${lead}`,
    ...sections.map(({ title, lead: note, items }) =>
      [
        `${title.toUpperCase()}${note === undefined ? '' : `\n${note}`}`,
        ...items.map(({ title: name, facts, page }) => `- ${name}${facts && `\n  ${facts}`}\n  ${page}`),
      ].join('\n\n'),
    ),
    `${end.words}\u00a0: ${end.page}`,
  ].join('\n\n\n');
  const link = (words: string, page: string) => `<a href="${escapeHtml(page)}">${escapeHtml(words)}</a>`;
  const html = [
    `<p>Bonjour,</p><p>${escapeHtml(lead)}</p>`,
    ...sections.map(
      ({ title, lead: note, items }) =>
        `<h2>${escapeHtml(title)}</h2>${note === undefined ? '' : `<p>${escapeHtml(note)}</p>`}<ul>${items
          .map(({ title: name, facts, page }) => `<li>${link(name, page)}<br>${escapeHtml(facts)}</li>`)
          .join('')}</ul>`,
    ),
    `<p>${link(end.words, end.page)}</p>`,
  ].join('\n');
  return { subject: `${digestTitle(digest.month)} — financements des Petites Cantines`, text: `${text}\n`, html };
}
