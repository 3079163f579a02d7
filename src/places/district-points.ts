import type { Point } from '#domain/distance.ts';

/**
 * The middle of each municipal district of Paris, Lyon and Marseille, by INSEE code: latitude and longitude, to about
 * 500 m, a kilometre for the large 8e and 9e of Marseille. Good for « environ », never for « tout près ».
 * Paris: the centroids that the city publishes as open data. Lyon and Marseille: middle points gathered from public
 * geographic tables, compared with the extent of each city. Read on 2026-11-21.
 */
const DISTRICT_POINTS: Readonly<Record<string, readonly [latitude: number, longitude: number]>> = {
  '75101': [48.8626, 2.3364],
  '75102': [48.8683, 2.3428],
  '75103': [48.8629, 2.36],
  '75104': [48.8543, 2.3576],
  '75105': [48.8444, 2.3507],
  '75106': [48.8491, 2.3329],
  '75107': [48.8562, 2.3122],
  '75108': [48.8727, 2.3126],
  '75109': [48.8772, 2.3375],
  '75110': [48.8761, 2.3607],
  '75111': [48.8591, 2.3801],
  '75112': [48.835, 2.4213],
  '75113': [48.8284, 2.3623],
  '75114': [48.8292, 2.3265],
  '75115': [48.8401, 2.2928],
  '75116': [48.8604, 2.262],
  '75117': [48.8873, 2.3068],
  '75118': [48.8926, 2.3482],
  '75119': [48.8871, 2.3848],
  '75120': [48.8635, 2.4012],
  '69381': [45.7679, 4.8345],
  '69382': [45.7492, 4.8262],
  '69383': [45.7533, 4.8562],
  '69384': [45.7786, 4.8267],
  '69385': [45.7558, 4.8022],
  '69386': [45.7728, 4.8508],
  '69387': [45.7346, 4.8317],
  '69388': [45.7342, 4.8668],
  '69389': [45.7817, 4.8048],
  '13201': [43.2978, 5.3817],
  '13202': [43.313, 5.3662],
  '13203': [43.3089, 5.3789],
  '13204': [43.3055, 5.3989],
  '13205': [43.2928, 5.3978],
  '13206': [43.2876, 5.3789],
  '13207': [43.2821, 5.3589],
  '13208': [43.2508, 5.381],
  '13209': [43.2508, 5.4178],
  '13210': [43.2756, 5.4189],
  '13211': [43.2878, 5.4589],
  '13212': [43.3045, 5.4367],
  '13213': [43.3345, 5.4223],
  '13214': [43.3389, 5.3789],
  '13215': [43.3556, 5.36],
  '13216': [43.3567, 5.3278],
};

/** The middle of a municipal district, by INSEE code; undefined for any other commune. */
export function districtPoint(code: string): Point | undefined {
  const [latitude, longitude] = DISTRICT_POINTS[code] ?? [];
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}
