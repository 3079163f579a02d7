import { formatDate } from '#domain/date-words.ts';
import { count } from '#domain/numbers.ts';
import { typeset } from '#domain/typography.ts';
import { REPORT_SECTIONS, type ReportSection, type WatchReport } from '#funding/watch/report.ts';
import type { CheckedLinks } from './cache.ts';
import { opportunityLinks, type ReadOpportunity } from './entries.ts';
import { LINK_STATES, type LinkResult } from './links.ts';

export interface FullReport {
  today: string;
  entries: readonly ReadOpportunity[];
  unreadable: readonly string[];
  report: WatchReport;
  links: CheckedLinks | undefined;
  /** True when links were to be checked and nothing answered. */
  offline: boolean;
}

const REMEDIES = {
  dead: 'Cherchez la nouvelle page, ou retirez l’adresse.',
  moved: 'Remplacez l’adresse par la nouvelle.',
  refused: 'Ouvrez la page dans un navigateur.',
  unreachable: 'Réessayez plus tard, puis dans un navigateur.',
} as const;

const fileOf = (slug: string, collection = 'opportunities') => `content/${collection}/${slug}.md`;

/** The report as it is read on a terminal. */
export function formatReport({ today, entries, unreadable, report, links, offline }: FullReport): string {
  const sections = (Object.keys(REPORT_SECTIONS) as ReportSection[]).map((name) =>
    section(
      REPORT_SECTIONS[name].title,
      report[name].map(({ title, slug, why, remedy, collection }) => [
        title,
        fileOf(slug, collection),
        why,
        `→ ${remedy}`,
      ]),
      REPORT_SECTIONS[name].order,
    ),
  );
  const unread = section(
    'Fiche illisible',
    unreadable.map((file) => [file, 'Lancez « npm run check:content » pour savoir quoi corriger.']),
  );
  return typeset(
    [
      `Veille du ${formatDate(today)} : ${count(entries.length, 'financement')}.`,
      ...sections,
      ...(unreadable.length > 0 ? [unread] : []),
      offline ? 'Liens : pas de réseau, aucun lien n’a été jugé.' : '',
      links ? linkSections(links, entries) : offline ? '' : 'Liens : jamais vérifiés. Lancez « npm run watch:report ».',
    ]
      .filter(Boolean)
      .join('\n\n'),
  );
}

const section = (title: string, items: readonly (readonly string[])[], order?: string): string =>
  [
    `── ${title} : ${items.length} ──`,
    ...(order !== undefined && items.length > 1 ? [order] : []),
    ...items.map((lines) => lines.join('\n  ')),
  ].join('\n');

function linkSections({ checkedOn, results }: CheckedLinks, entries: readonly ReadOpportunity[]): string {
  const holders = (url: string) =>
    entries.filter(({ opportunity }) => opportunityLinks(opportunity).includes(url)).map(({ slug }) => fileOf(slug));
  const lines = ({ url, why }: LinkResult, todo: string) => [url, ...holders(url), why, `→ ${todo}`];
  const troubled = Object.entries(REMEDIES) as [keyof typeof REMEDIES, string][];
  return [
    `Liens vérifiés le ${formatDate(checkedOn)} : ${results.length}, dont ${results.filter(({ state }) => state === 'alive').length} vivants.`,
    ...troubled.map(([state, todo]) =>
      section(
        LINK_STATES[state],
        results.filter((result) => result.state === state).map((result) => lines(result, todo)),
      ),
    ),
  ].join('\n\n');
}
