/** Finds or installs the engines, and writes which are here into the file named, for the test road. */
import { writeFileSync } from 'node:fs';
import { findEngines } from './find.ts';

const [out = ''] = process.argv.slice(2);
try {
  const found = findEngines();
  writeFileSync(out, JSON.stringify(found));
  console.log([found.names.join(', '), ...found.skipped].join('\n'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
