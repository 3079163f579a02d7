import { expect, test } from 'vitest';
import { daysOfFigure, sayFigureDate, sayFigureWhen } from '#domain/figure-date.ts';

const DATES = {
  month: { asOf: '2024-06', estimated: false },
  day: { asOf: '2026-01-05', estimated: false },
  year: { asOf: '2021', estimated: true },
  nearly: { asOf: '2026-01-05', estimated: true },
  days: { asOf: '2026-01-01', asOfUntil: '2026-03', estimated: true },
  years: { asOf: '2021', asOfUntil: '2022', estimated: true },
  none: { estimated: false },
} as const;

test.each([
  ['month', 'juin 2024', 'en juin 2024', { from: '2024-06-01', to: '2024-06-30' }],
  ['day', '5\u00a0janvier 2026', 'le 5\u00a0janvier 2026', { from: '2026-01-05', to: '2026-01-05' }],
  ['year', 'vers 2021', 'vers 2021', { from: '2021-01-01', to: '2021-12-31' }],
  ['nearly', 'vers le 5\u00a0janvier 2026', 'vers le 5\u00a0janvier 2026', { from: '2026-01-05', to: '2026-01-05' }],
  [
    'days',
    'vers le 1er\u00a0janvier 2026 ou mars 2026',
    'vers le 1er\u00a0janvier 2026 ou mars 2026',
    { from: '2026-01-01', to: '2026-03-31' },
  ],
  ['years', 'vers 2021 ou 2022', 'vers 2021 ou 2022', { from: '2021-01-01', to: '2022-12-31' }],
  ['none', undefined, undefined, undefined],
] as const)('a figure of a %s', (name, alone, after, days) => {
  expect(sayFigureDate(DATES[name])).toBe(alone);
  expect(sayFigureWhen(DATES[name])).toBe(after);
  expect(daysOfFigure(DATES[name])).toEqual(days);
});
