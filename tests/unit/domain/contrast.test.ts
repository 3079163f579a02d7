import { expect, test } from 'vitest';
import { contrast } from '#domain/contrast.ts';

test('the measure of contrast is right at both ends', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#777777')).toBe(1);
});
