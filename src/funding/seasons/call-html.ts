import { escapeHtml } from '#domain/html.ts';
import { count } from '#domain/numbers.ts';
import type { Lasting, SeasonRow } from './year.ts';

/** The name of a call, which leads to its page, and what is to be known before one counts on it. */
export function callHtml({ record: { slug, title, demo }, isMaybe }: Pick<SeasonRow, 'record' | 'isMaybe'>): string {
  const marks = `${demo ? ' <span class="demo">Exemple</span>' : ''}${isMaybe ? ' <span class="soft">à vérifier</span>' : ''}`;
  return `<a href="/financements/${slug}/">${escapeHtml(title)}</a>${marks}`;
}

/** When what an old entry says was true: `vu en 2021`. */
export const sayAge = ({ asOf = '' }: SeasonRow['record']): string => `vu en ${asOf.slice(0, 4)}`;

/** What is open all year, folded: it waits for nobody. */
export function permanentHtml(permanent: readonly Lasting[]): string {
  if (permanent.length === 0) return '';
  const items = permanent.map(({ record, isStale, isMaybe }) => {
    const old = isStale ? ` <span class="soft">à reconfirmer, ${sayAge(record)}</span>` : '';
    return `<li>${callHtml({ record, isMaybe })}${old}</li>`;
  });
  return `<details class="lasting"><summary>${count(permanent.length, 'ouvert')} toute l’année</summary><ul>${items.join('')}</ul></details>`;
}
