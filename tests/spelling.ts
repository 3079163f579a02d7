/**
 * Reads the French of the site with a dictionary. A word that it lacks in the interface is an error: mend it, or add it
 * to tests/spelling/words.txt. In what editors publish it is only advice: their words are theirs.
 */
import { readWith } from './support/spelling.ts';

const INTERFACE = ['src/**/*.{ts,tsx,astro}', 'admin/**/*.{ts,tsx}'];
const CONTENT = ['content/**/*.md'];

const [ours, theirs] = await Promise.all([readWith('interface', INTERFACE), readWith('content', CONTENT)]);
if (theirs.length > 0) {
  console.log(
    [`À relire dans les textes, sans que rien ne soit bloqué (${theirs.length}) :`, ...theirs]
      .map((line, index) => (index === 0 ? line : `  ${line}`))
      .join('\n'),
  );
}
console.log(
  [...ours, `${ours.length} words of the interface to correct, or to add to tests/spelling/words.txt`].join('\n'),
);
process.exitCode = ours.length > 0 ? 1 : 0;
