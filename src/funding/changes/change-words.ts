/** How a change of an opportunity is said: on the page of changes, on a card, in a feed, in an e-mail. */
import { formatDate, formatPeriod } from '#domain/date-words.ts';
import { isUrgent, type Change } from './changes.ts';
import { uncapitalised } from '#domain/french.ts';

/** The names of the changes, in the order in which they matter. */
export const CHANGE_KINDS = {
  moved: 'Date changée',
  opened: 'Ouvert',
  dated: 'Dates annoncées',
  new: 'Nouveau',
  back: 'De retour',
  undated: 'Dates retirées',
  withdrawn: 'Retiré',
  closed: 'Clos',
} as const satisfies Record<Change['kind'], string>;

/** What a reader would lose first: a deadline brought forward, else the first of the names above, its last change. */
export function weightiest(changes: readonly Change[]): Change | undefined {
  const urgent = changes.find(isUrgent);
  if (urgent) return urgent;
  const rank = ({ kind }: Change) => Object.keys(CHANGE_KINDS).indexOf(kind);
  const first = Math.min(...changes.map(rank));
  return changes.filter((change) => rank(change) === first).at(-1);
}

/** What happened, as a sentence of its own that stays true: `Clôture avancée au 28 décembre 2026, au lieu du…`. */
export function sayChange(change: Change): string {
  switch (change.kind) {
    case 'new':
      return 'Nouveau dans la veille';
    case 'withdrawn':
      return 'Retiré de la veille';
    case 'back':
      return 'De retour dans la veille';
    case 'opened':
      return `Ouvert ${period(change) || 'toute l’année'}`;
    case 'dated':
      return `Dates annoncées\u00a0: ${period(change)}`;
    case 'undated':
      return `Dates retirées\u00a0: ${period(change)}, ce n’est plus annoncé`;
    case 'moved':
      return `${change.which === 'opensOn' ? 'Ouverture' : 'Clôture'} ${change.to < change.from ? 'avancée' : 'repoussée'} au ${formatDate(change.to)}, au lieu du ${formatDate(change.from)}`;
    case 'closed':
      return change.closesOn === undefined
        ? 'N’est plus ouvert toute l’année'
        : `Clos depuis le ${formatDate(change.closesOn)}`;
  }
}

/** The title of news: `Nouveau : FDVA`, `Urgent, clôture avancée au 28 décembre 2026 : FDVA`. */
export function titleOfChange(change: Change, name: string): string {
  const [moved = ''] = change.kind === 'moved' ? sayChange(change).split(',') : [];
  const what = isUrgent(change) ? `Urgent, ${uncapitalised(moved)}` : moved || CHANGE_KINDS[change.kind];
  return `${what}\u00a0: ${name}`;
}

const period = ({ opensOn, closesOn }: { opensOn?: string | undefined; closesOn?: string | undefined }): string =>
  formatPeriod(opensOn, closesOn);
