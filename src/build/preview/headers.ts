/** A rule of a `_headers` file (the format of Netlify and Cloudflare Pages): a path, its headers. */
interface HeaderRule {
  path: RegExp;
  headers: readonly (readonly [name: string, value: string])[];
}

/**
 * Reads a `_headers` file: a path on a line of its own (`*` stands for anything), its headers indented below.
 * @throws Error on a line that is neither.
 */
export function parseHeaders(source: string): HeaderRule[] {
  const rules: { path: RegExp; headers: [string, string][] }[] = [];
  for (const [index, line] of source.split(/\r?\n/).entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const [, name, value] = /^\s+([\w-]+):\s*(.+?)\s*$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) rules.at(-1)?.headers.push([name, value]);
    else if (line.startsWith('/')) rules.push({ path: pattern(line.trim()), headers: [] });
    else throw new Error(`_headers, line ${index + 1}: « ${line} » is neither a path nor an indented header.`);
  }
  return rules;
}

/** What a response to that path carries; a header set by several rules holds all their values, as on the hosts. */
export function headersOf(rules: readonly HeaderRule[], path: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { headers } of rules.filter((rule) => rule.path.test(path))) {
    for (const [name, value] of headers) {
      const before = found.get(name);
      found.set(name, before === undefined ? value : `${before}, ${value}`);
    }
  }
  return found;
}

const pattern = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split('*')
      .map((part) => RegExp.escape(part))
      .join('.*')}$`,
  );
