import { said } from '#domain/said.ts';

/**
 * A short name of a value, by which two readers of it know whether it is the same: 53 bits in base 36. It proves
 * nothing against who means harm, who could as well write the value itself. Empty for a value that says nothing.
 */
export function digestOf(value: unknown): string {
  const plain = said(value);
  if (plain === undefined) return '';
  const text = JSON.stringify(plain);
  // cyrb53, by bryc (public domain): small enough for the page of a visitor.
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
