import { parseHeaders } from '../preview/headers.ts';

/** A header of a `_headers` file, and where it stands. */
export interface HostHeader {
  name: string;
  /** In the order of the file; no two of them meet, as rules.ts has it. */
  values: readonly { path: string; value: string }[];
}

/** What a server must say, from the `_headers` of a built site. */
export interface HostRules {
  headers: readonly HostHeader[];
  /** Paths whose type is not that of their extension. */
  types: readonly { path: string; value: string }[];
}

/** Reads a `_headers` file by header, for servers that say which paths a header is for. */
export function hostRules(source: string): HostRules {
  const paths = source.split(/\r?\n/).filter((line) => line.startsWith('/'));
  const told = parseHeaders(source).flatMap(({ headers }, index) =>
    headers.map(([name, value]) => ({ path: paths[index]?.trim() ?? '', name, value })),
  );
  const byName = Map.groupBy(told, ({ name }) => name);
  const headers = [...byName].map(([name, each]) => ({
    name,
    values: each.map(({ path, value }) => ({ path, value })),
  }));
  return {
    headers: headers.filter(({ name }) => name !== 'Content-Type'),
    types: headers.find(({ name }) => name === 'Content-Type')?.values ?? [],
  };
}
