/** The département of the INSEE code of a commune, or of a postcode: three signs overseas, two elsewhere. */
export const departementOf = (code: string): string => code.slice(0, /^9[78]/.test(code) ? 3 : 2);

const CITIES: Readonly<Record<string, string>> = { '75': '75056', '69': '69123', '13': '13055' };

/** The INSEE code of the city of a municipal district of Paris, Lyon or Marseille. */
export const cityOf = (arrondissement: string): string | undefined => CITIES[arrondissement.slice(0, 2)];

const DISTRICTS: Readonly<Record<string, readonly [first: number, last: number]>> = {
  '75': [75101, 75120],
  '69': [69381, 69389],
  '13': [13201, 13216],
};

/** True of the INSEE code of a municipal district of Paris, Lyon or Marseille. */
export function isDistrict(code: string): boolean {
  const [first, last] = DISTRICTS[code.slice(0, 2)] ?? [1, 0];
  return Number(code) >= first && Number(code) <= last;
}
