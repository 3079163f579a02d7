import type { HostSetting } from './nginx.ts';
import { hostRules, type HostHeader } from './read-headers.ts';
import { TYPES } from './types.ts';

/** A Caddyfile, from the `_headers` of a built site; Caddy gets its certificate by itself. */
export function caddyConfig(source: string, { root, host, port }: HostSetting): string {
  const { headers, types } = hostRules(source);
  const byPath = [...types.map((each) => ({ name: 'Content-Type', ...each })), ...headers.flatMap(ofHeader)];
  return `# Made by « npm run host:caddy » from dist/_headers: make it again when that file changes.
${port === undefined ? host : `${host}:${port}`} {
  root * ${root}
  # In this order: a later header replaces an earlier one.
  route {
${Object.entries(TYPES)
  .map(
    ([extension, type]) =>
      `    @${extension} path *.${extension}\n    header @${extension} Content-Type ${quoted(type)}`,
  )
  .join('\n')}
    @pages path */
    header @pages Content-Type ${HTML}
${byPath.map(({ path, name, value }) => `    header ${pathOf(path)} ${name} ${quoted(value)}`).join('\n')}
    error /_headers 404
    error /_redirects 404
    # What the build has compressed: nothing is compressed twice.
    file_server {
      precompressed br gzip
    }
  }
  handle_errors {
    @absent expression {err.status_code} == 404
    handle @absent {
      rewrite * /404.html
      header Content-Type ${HTML}
${headers
  .flatMap(ofHeader)
  .filter(({ path }) => path.startsWith('/404'))
  .map(({ name, value }) => `      header ${name} ${quoted(value)}`)
  .join('\n')}
      file_server {
        precompressed br gzip
      }
    }
  }
}
`;
}

const pathOf = (path: string): string => (path === '/*' ? '*' : path);

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, String.raw`\$&`)}"`;
}

const HTML = quoted('text/html; charset=utf-8');

const ofHeader = ({ name, values }: HostHeader) => values.map((each) => ({ name, ...each }));
