/** Steps that are read at a glance, times a power of ten. */
const STEPS = [1, 2, 5, 10];

/** Round values from 0 to the first that holds `max`, about `wanted` steps; of whole things, no half step. */
export function roundTicks(max: number, wanted = 4): number[] {
  if (!(max > 0)) return [0, 1];
  const rough = max / wanted;
  const power = Math.max(1, 10 ** Math.floor(Math.log10(rough)));
  const step = power * (STEPS.find((each) => each * power >= rough) ?? 10);
  return Array.from({ length: Math.ceil(max / step) + 1 }, (_, index) => index * step);
}

/** Years from the first to the last, at most `most` of them and always the last: the one that matters most. */
export function yearTicks(first: number, last: number, most = 6): number[] {
  const step = Math.max(1, Math.ceil((last - first + 1) / most));
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return years.filter((year) => (last - year) % step === 0);
}
