import { describe, expect, test } from 'vitest';
import { pointOf } from '#places/point.ts';

/** The point of the whole of Lyon, as GeoNames has it. */
const LYON = { latitude: 45.7485, longitude: 4.8467 };
const NINTH = { latitude: 45.7817, longitude: 4.8048, precision: 'district' };

describe('where a cantine is', () => {
  test('a point of the whole city gives way to the middle of a district that is known', () => {
    expect(pointOf({ location: { ...LYON, precision: 'commune' }, commune: '69389' })).toEqual(NINTH);
    expect(pointOf({ location: undefined, commune: '69389' })).toEqual(NINTH);
  });

  test.each(['address', 'street', 'district'] as const)('a point that designates more (%s) is kept', (precision) => {
    expect(pointOf({ location: { ...LYON, precision }, commune: '69389' })).toEqual({ ...LYON, precision });
  });

  test('elsewhere the point of the commune is all that is known, or nothing is', () => {
    const location = { ...LYON, precision: 'commune' as const };
    for (const commune of ['69123', '69149', '75056', undefined]) expect(pointOf({ location, commune })).toBe(location);
    expect(pointOf({ location: undefined, commune: '69149' })).toBeUndefined();
  });
});
