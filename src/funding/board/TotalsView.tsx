import { memo, useMemo, useState } from 'react';
import { formatEuros } from '#domain/numbers.ts';
import { successRate, totalOf, totalsBy, type Total } from './totals.ts';
import type { Followed } from './view.ts';

const percent = (rate: number | undefined): string => (rate === undefined ? '—' : `${Math.round(rate * 100)}\u00a0%`);

/** Bars drawn; the table holds them all. */
const MOST_BARS = 12;

interface Props {
  cards: readonly Followed[];
  /** On paper, the table is open. */
  printing: boolean;
}

/** What was asked and obtained, by funder and by year: a drawing, and its table. */
export const TotalsView = memo(function TotalsView({ cards, printing }: Props) {
  const [by, setBy] = useState<'funder' | 'year'>('funder');
  const total = useMemo(() => totalOf(cards), [cards]);
  const totals = useMemo(() => totalsBy(cards, by), [cards, by]);
  if (total.sent === 0) return null;
  return (
    <section className="totals" aria-labelledby="bilan-du-suivi">
      <h2 id="bilan-du-suivi">Ce que cela donne</h2>
      <p className="lead">
        {formatEuros(total.obtained)} obtenus sur {formatEuros(total.asked)} demandés. Taux de réussite&nbsp;:{' '}
        {percent(successRate(total))} des réponses reçues.
      </p>
      <div role="group" aria-label="Regrouper" className="choice">
        {(['funder', 'year'] as const).map((name) => (
          <button
            key={name}
            type="button"
            className="button quiet"
            aria-pressed={by === name}
            onClick={() => setBy(name)}
          >
            {name === 'funder' ? 'Par financeur' : 'Par année'}
          </button>
        ))}
      </div>
      <Bars totals={totals.slice(0, MOST_BARS)} />
      <details open={printing || undefined}>
        <summary>Le tableau des chiffres</summary>
        <div className="scroller" tabIndex={0} role="region" aria-label="Tableau des chiffres">
          <table>
            <thead>
              <tr>
                <th scope="col">{by === 'funder' ? 'Financeur' : 'Année'}</th>
                <th scope="col">Demandé</th>
                <th scope="col">Obtenu</th>
                <th scope="col">Déposés</th>
                <th scope="col">Réussite</th>
              </tr>
            </thead>
            <tbody>
              {[...totals, total].map((row, index) => (
                <tr key={index}>
                  <th scope="row">{row.label}</th>
                  <td>{formatEuros(row.asked)}</td>
                  <td>{formatEuros(row.obtained)}</td>
                  <td>{row.sent}</td>
                  <td>{percent(successRate(row))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
});

const [WIDTH, ROW] = [360, 46];

function Bars({ totals }: { totals: readonly Total[] }) {
  const most = Math.max(1, ...totals.map(({ asked, obtained }) => Math.max(asked, obtained)));
  const long = (value: number) => Math.round((value / most) * WIDTH);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${totals.length * ROW}`}
      role="img"
      aria-label="Barres du demandé et de l’obtenu ; les mêmes chiffres sont dans le tableau qui suit."
    >
      {totals.map(({ label, asked, obtained }, index) => (
        <g key={label} transform={`translate(0 ${index * ROW})`}>
          <text y="13">
            {label.length > 34 ? `${label.slice(0, 33)}…` : label} — {formatEuros(obtained)} sur {formatEuros(asked)}
          </text>
          <rect className="asked" y="20" width={Math.max(2, long(asked))} height="18" rx="4" />
          <rect className="obtained" y="20" width={long(obtained)} height="18" rx="4" />
        </g>
      ))}
    </svg>
  );
}
