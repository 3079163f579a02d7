import { count, formatNumber } from '#domain/numbers.ts';
import { LONG_SENTENCE } from '#domain/readability.ts';
import type { Advice, Reading } from './index.ts';

/** So many pieces of advice are told unless all are asked for. */
const FIRST = 8;

/** The advice as the terminal shows it, then how the texts read; `all` tells every piece. */
export function formatReading({ advice, readability }: Reading, { all = false } = {}): string {
  const { sentences, mean, long, longest } = readability;
  const share = sentences === 0 ? 0 : (100 * long) / sentences;
  const told = all ? advice : advice.slice(0, FIRST);
  const rest = advice.length - told.length;
  return [
    ...(advice.length > 0 ? [`${count(advice.length, 'conseil')} de relecture : rien n’est bloqué.`] : []),
    ...told.map(sayOne),
    ...(rest > 0 ? [`  et ${formatNumber(rest)} de plus : npm run check:content -- --conseils`] : []),
    `Lisibilité : ${count(sentences, 'phrase')}, ${formatNumber(round(mean))} mots en moyenne, ${formatNumber(round(share))} % de plus de ${LONG_SENTENCE} mots, la plus longue de ${longest}.`,
  ].join('\n');
}

const sayOne = ({ file, line, words }: Advice): string => `  ${file}${line === undefined ? '' : `:${line}`} ${words}`;

const round = (value: number): number => Math.round(value * 10) / 10;
