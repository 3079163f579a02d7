/** How each host finds the rules of a `_headers` file that a path meets. */

type Reading = (rule: string) => RegExp;

/** https://github.com/netlify/build/blob/main/packages/headers-parser/src/for_regexp.ts */
const netlify: Reading = (rule) => {
  const parts = rule.split('/').filter(Boolean);
  const read = parts.map((part) => {
    if (part === '*') return '?(.*)';
    return part.includes('*') ? part.replaceAll('*', '(.*)') : RegExp.escape(part);
  });
  return new RegExp(`^/${read.join('/')}/?$`, 'iu');
};

/** https://github.com/cloudflare/workers-sdk/blob/main/packages/pages-shared/asset-server/rulesEngine.ts */
const cloudflare: Reading = (rule) => {
  const read = rule.split('*').map((part) => RegExp.escape(part));
  return new RegExp(`^${read.join('(.*)')}$`);
};

export const HOSTS: Readonly<Record<string, Reading>> = { netlify, cloudflare };

/** The headers of a path, each with the values of all the rules that it meets. */
export function headersThere(file: string, path: string, reading: Reading): Record<string, string> {
  const found: Record<string, string> = {};
  let meets = false;
  for (const line of file.split('\n')) {
    const [, name, value] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
    if (line.startsWith('/')) meets = reading(line).test(path);
    else if (meets && name !== undefined && value !== undefined)
      found[name] = found[name] === undefined ? value : `${found[name]}, ${value}`;
  }
  return found;
}
