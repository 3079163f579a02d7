import { findEngines } from './find.ts';

/** Finds or installs the engines once, before the workers that each open one; says which are not tried. */
export default function setup(): void {
  const { names, skipped } = findEngines();
  for (const sentence of skipped) console.warn(sentence);
  process.env['ENGINES'] = names.join(',');
}
