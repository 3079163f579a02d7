import { hostRules, type HostHeader } from './read-headers.ts';
import { TYPES } from './types.ts';

export interface HostSetting {
  /** The folder that is served. */
  root: string;
  /** `www.exemple.org` */
  host: string;
  /** The port, when it is not the usual one. */
  port?: number | undefined;
}

/**
 * A file for `conf.d/`, from the `_headers` of a built site.
 * @throws Error on a value that nginx would take for a variable
 */
export function nginxConfig(source: string, { root, host, port = 80 }: HostSetting): string {
  const { headers, types } = hostRules(source);
  return `# Made by « npm run host:nginx » from dist/_headers: make it again when that file changes.
${headers.map(mapOf).join('\n')}
server {
  listen ${port};
  server_name ${host};
  root ${root};
  index index.html;
  error_page 404 /404.html;

  # /cantines → /cantines/, whatever stands before this server.
  absolute_redirect off;

  # What the build has compressed: nothing is compressed twice.
  brotli_static on;
  gzip_static on;
  gzip_vary on;

  types {
${Object.entries(TYPES)
  .map(([extension, type]) => `    ${quoted(type)} ${extension};`)
  .join('\n')}
  }
  default_type application/octet-stream;

${headers.map(({ name }) => `  add_header ${name} $${variable(name)} always;`).join('\n')}

  location ~ ^/_(headers|redirects)$ {
    return 404;
  }
${types
  .map(({ path, value }) => `  location ${locationOf(path)} {\n    types {}\n    default_type ${quoted(value)};\n  }`)
  .join('\n')}
}
`;
}

const variable = (name: string): string => `site_${name.toLowerCase().replaceAll('-', '_')}`;

/** nginx leaves out a header whose value is empty. */
const mapOf = ({ name, values }: HostHeader): string =>
  [
    `map $uri $${variable(name)} {`,
    ...values.map(({ path, value }) => `  ${quoted(`~^${patternOf(path)}$`)} ${quoted(value)};`),
    '}\n',
  ].join('\n');

/** Once a folder is answered, its path ends with the file that answers it. */
const patternOf = (path: string): string =>
  path
    .split('*')
    .map((part) => part.replace(/[.+?^$(){}|[\]\\]/g, String.raw`\$&`))
    .join('.*')
    .replace(/\/$/, '/(?:index\\.html)?');

const locationOf = (path: string): string => (path.includes('*') ? `~ ${quoted(`^${patternOf(path)}$`)}` : `= ${path}`);

function quoted(text: string): string {
  // « $ » stands at the end of a pattern only.
  if (/\$(?!$)/.test(text)) throw new Error(`nginx would take « ${text} » for a variable.`);
  return `"${text.replace(/["\\]/g, String.raw`\$&`)}"`;
}
