import { redirectsOf } from '../redirects.ts';
import type { SiteAddresses } from './addresses.ts';
import type { ReadEntry } from './entry.ts';
import { quote, type LocatedProblem } from './problem.ts';

/** What is wrong with the old addresses that the settings keep: each leads, in one step, from no page to a page. */
export function redirectProblems({ collection, data }: ReadEntry, addresses: SiteAddresses): LocatedProblem[] {
  if (collection !== 'settings') return [];
  const redirects = redirectsOf(data);
  const olds = redirects.map(({ from }) => from);
  return redirects.flatMap(({ from, to }, index) => {
    const problems: LocatedProblem[] = [];
    if (addresses.get(from) === 'page')
      problems.push({
        field: `redirects[${index + 1}].from`,
        found: `${quote(from)}, une page du site`,
        expected: 'l’adresse d’une page qui n’existe plus',
        remedy: 'Supprimez cette ligne : la page est là, on y arrive déjà.',
      });
    if (olds.indexOf(from) !== index)
      problems.push({
        field: `redirects[${index + 1}].from`,
        found: `${quote(from)}, déjà dite plus haut`,
        expected: 'chaque ancienne adresse une seule fois',
        remedy: 'Gardez la ligne qui mène au bon endroit, supprimez l’autre.',
      });
    const next = redirects.find((other) => other.from === to.replace(/[?#].*$/, ''));
    if (next && addresses.get(next.from) === 'redirect')
      problems.push({
        field: `redirects[${index + 1}].to`,
        found: `${quote(to)}, elle-même une ancienne adresse`,
        expected: 'une page qui existe',
        remedy:
          next.to === from
            ? 'Ces deux adresses se renvoient l’une à l’autre : supprimez une des lignes.'
            : `Menez droit à ${next.to}.`,
      });
    return problems;
  });
}
