import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { caddyConfig } from '#build/hosting/caddy.ts';
import { nginxConfig } from '#build/hosting/nginx.ts';
import { WAIT_MS } from './limits.ts';

export interface WebServer {
  /** Without a final slash. */
  url: string;
  close: () => Promise<void>;
}

/** The packages of Debian that bring each server, with what reads the files that the build has compressed. */
const PACKAGES = { nginx: ['nginx-light', 'libnginx-mod-http-brotli-static'], caddy: ['caddy'] } as const;

export type ServerName = keyof typeof PACKAGES;

/** @throws Error when the server is not there, and this is no root of a Debian who may install it */
export function requireServer(name: ServerName): void {
  const there = () => spawnSync(name, [name === 'nginx' ? '-v' : 'version']).status === 0;
  if (there()) return;
  // Neither is started for the machine: the tests start their own.
  const options = {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  } as const;
  if (process.getuid?.() === 0)
    spawnSync(
      'sh',
      ['-c', `apt-get update -qq && apt-get install -y -qq --no-install-recommends ${PACKAGES[name].join(' ')}`],
      options,
    );
  if (!there()) throw new Error(`${name} is not here. On Debian: apt-get install ${PACKAGES[name].join(' ')}`);
}

/** A server as its recipe configures it, over a built site, on a free port. */
export async function startServer(name: ServerName, dir: string): Promise<WebServer> {
  requireServer(name);
  const scratch = mkdtempSync(join(tmpdir(), `${name}-`));
  const port = await freePort();
  const headers = readFileSync(join(dir, '_headers'), 'utf8');
  const file = join(scratch, 'config');
  const args = name === 'nginx' ? ['-c', file, '-e', 'stderr'] : ['run', '--config', file, '--adapter', 'caddyfile'];
  writeFileSync(
    file,
    name === 'nginx'
      ? aroundNginx(scratch, nginxConfig(headers, { root: dir, host: '127.0.0.1', port }))
      : `{\n  admin off\n  auto_https off\n}\n${caddyConfig(headers, { root: dir, host: 'http://127.0.0.1', port })}`,
  );
  const child = spawn(name, args, {
    env: { ...process.env, HOME: scratch, XDG_DATA_HOME: scratch, XDG_CONFIG_HOME: scratch },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const close = async () => {
    if (child.exitCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(scratch, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  const limit = Date.now() + WAIT_MS;
  while (
    !(await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || Date.now() > limit) {
      await close();
      throw new Error(`${name} does not answer. It printed:\n${printed}`);
    }
    await delay(50);
  }
  return { url, close };
}

/** What Debian's own nginx.conf has around a site, without its daemon and its folders. */
const aroundNginx = (scratch: string, site: string): string => `daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes auto;
pid ${scratch}/pid;
include /etc/nginx/modules-enabled/*.conf;
events {}
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  client_body_temp_path ${scratch}/body;
  proxy_temp_path ${scratch}/proxy;
  fastcgi_temp_path ${scratch}/fastcgi;
  uwsgi_temp_path ${scratch}/uwsgi;
  scgi_temp_path ${scratch}/scgi;
${site}
}
`;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
