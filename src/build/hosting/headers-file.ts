import { EVERYWHERE, FILES, PAGE, PLACES, type Headers } from './rules.ts';

/** Of Cloudflare Pages: what comes after is not read. */
const MOST_RULES = 100;
const LONGEST_LINE = 2000;

/** What is at the root of a built site: its files, and its folders with a slash at the end. */
type Root = readonly string[];

/**
 * The rules as a `_headers` file, which Netlify and Cloudflare Pages read. Both add up the values of a header that
 * several rules set, so that no header may stand in two rules that meet; and they read `/cantines/*` differently: on
 * Netlify it also is `/cantines.csv`. `/cantines*` is the same for both: the pages, and the files of the same name.
 * @throws Error when no such rules can be written, which a name that begins like another can bring about
 */
export function headersFile(root: Root): string {
  const rules: [path: string, headers: Headers][] = [['/*', EVERYWHERE], ...placeRules(root), ...Object.entries(FILES)];
  const lines = rules.flatMap(([path, headers]) => [
    '',
    path,
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
  ]);
  const long = lines.find((line) => line.length > LONGEST_LINE);
  if (long !== undefined) throw new Error(`_headers: a line of ${long.length} characters, « ${long.slice(0, 60)}… ».`);
  if (rules.length > MOST_RULES) throw new Error(`_headers: ${rules.length} rules, where ${MOST_RULES} are read.`);
  return ['# Written by the build from src/build/hosting/rules.ts.', ...lines, ''].join('\n');
}

function placeRules(root: Root): [string, Headers][] {
  const known = new Set([...root, ...Object.keys(PLACES).map((name) => (name.includes('.') ? name : `${name}/`))]);
  const names = [...known].toSorted();
  const headersOf = (name: string) => PLACES[name.replace(/\/$/, '')] ?? PAGE;
  return names.flatMap((name): [string, Headers][] => {
    const headers = headersOf(name);
    if (name === 'index.html') return ['/', '/index.html'].map((path) => [path, headers]);
    if (name === '404.html') return [['/404*', headers]];
    const over = names.find((other) => other !== name && other.endsWith('/') && name.startsWith(other.slice(0, -1)));
    if (over === undefined) return [[name.endsWith('/') ? `/${name.slice(0, -1)}*` : `/${name}`, headers]];
    if (headersOf(over) === headers) return [];
    throw new Error(`_headers: /${name} begins like /${over} and has other headers: hosts would add them up.`);
  });
}
