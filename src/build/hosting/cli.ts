/** `npm run host:nginx`, `npm run host:caddy`: the configuration of a server for dist/, on the standard output. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSite } from '#site.ts';
import { caddyConfig } from './caddy.ts';
import { nginxConfig } from './nginx.ts';

const CONFIGS = { nginx: nginxConfig, caddy: caddyConfig } as const;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { root: { type: 'string', default: '/srv/site/current' } },
});
const config = CONFIGS[positionals[0] === 'caddy' ? 'caddy' : 'nginx'];
try {
  const headers = readFileSync(join(import.meta.dirname, '../../../dist/_headers'), 'utf8');
  console.log(config(headers, { root: values.root, host: new URL(readSite(process.env).url).hostname }));
} catch (error) {
  const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
  console.error(missing ? 'No built site in dist/: run « npm run build » first.' : error);
  process.exitCode = 1;
}
