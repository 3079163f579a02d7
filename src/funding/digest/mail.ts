import { formatDate, formatDay, formatOf } from '#domain/date-words.ts';
import { escapeHtml } from '#domain/html.ts';
import type { Digest, DigestOpportunity } from './digest.ts';
import { count } from '#domain/numbers.ts';
import { typeset } from '#domain/typography.ts';
import { plainTitle } from '#feeds/plain.ts';

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

const itemOf = ({ title, page, funder, amount, territory }: NamedOpportunity, day?: string): Item => ({
  title: typeset(plainTitle(title)),
  page,
  facts: typeset(plainTitle([day, funder, territory, amount].filter(Boolean).join(' · '))),
});

/** `La veille de novembre 2026` */
export const digestTitle = (month: string): string => `La veille ${formatOf(month)}`;

function sectionsOf({ month, fresh, closing, opening, returning }: Digest<NamedOpportunity>): Section[] {
  const sections: Section[] = [
    {
      title: `Se clôt en ${formatDate(month)}`,
      items: closing.map(({ opportunity, day }) => itemOf(opportunity, formatDay(day))),
    },
    {
      title: `S’ouvre en ${formatDate(month)}`,
      items: opening.map(({ opportunity, day }) => itemOf(opportunity, `dès le ${formatDay(day)}`)),
    },
    {
      title: 'Revient d’habitude à cette saison',
      lead: 'C’est un usage des années passées, pas une date : vérifiez auprès du financeur.',
      items: returning.map((opportunity) => itemOf(opportunity)),
    },
    { title: 'Nouveau dans la veille', items: fresh.map((opportunity) => itemOf(opportunity)) },
  ];
  return sections.filter(({ items }) => items.length > 0);
}

function leadOf(sections: readonly Section[]): string {
  if (sections.length === 0) {
    return 'Rien de daté ce mois-ci : c’est le bon moment pour préparer vos pièces, relire un bilan, ou remercier un financeur. Les financements ouverts toute l’année restent dans la veille.';
  }
  const opportunities = new Set(sections.flatMap(({ items }) => items.map(({ page }) => page)));
  return `${count(opportunities.size, 'financement')} à regarder ce mois-ci.`;
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
  const lead = typeset(leadOf(sections));
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
