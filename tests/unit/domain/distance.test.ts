import { expect, test } from 'vitest';
import { distanceKm } from '#domain/distance.ts';

test.each([
  // Lyon–Paris, Strasbourg–Brest, Saint-Denis de La Réunion–Paris: great circles by the spherical law of cosines.
  [
    { latitude: 45.764, longitude: 4.8357 },
    { latitude: 48.8566, longitude: 2.3522 },
  ],
  [
    { latitude: 48.5734, longitude: 7.7521 },
    { latitude: 48.3904, longitude: -4.4861 },
  ],
  [
    { latitude: -20.8823, longitude: 55.4504 },
    { latitude: 48.8566, longitude: 2.3522 },
  ],
])('agrees with the law of cosines', (a, b) => {
  const [p, q, l] = [a.latitude, b.latitude, b.longitude - a.longitude].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
  ];
  const cosines = Math.acos(Math.sin(p) * Math.sin(q) + Math.cos(p) * Math.cos(q) * Math.cos(l)) * 6371.0088;
  expect(distanceKm(a, b)).toBeCloseTo(cosines, 6);
  expect(distanceKm(b, a)).toBeCloseTo(cosines, 6);
});

test('is nothing to oneself, and never more than half the Earth', () => {
  expect(distanceKm({ latitude: 1, longitude: 2 }, { latitude: 1, longitude: 2 })).toBe(0);
  expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(20_015.1, 0);
});
