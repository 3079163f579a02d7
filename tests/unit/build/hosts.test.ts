import { describe, expect, test } from 'vitest';
import { caddyConfig } from '#build/hosting/caddy.ts';
import { nginxConfig } from '#build/hosting/nginx.ts';
import { hostRules } from '#build/hosting/read-headers.ts';

const HEADERS = `# a comment
/*
  X-Content-Type-Options: nosniff

/
  Cache-Control: no-cache

/admin/*
  Cache-Control: no-store

/a.b.ics
  Content-Type: text/calendar; charset=utf-8
`;
const SETTING = { root: '/srv/site/current', host: 'www.exemple.org' };

test('the headers of a host, by name', () => {
  expect(hostRules(HEADERS)).toEqual({
    headers: [
      { name: 'X-Content-Type-Options', values: [{ path: '/*', value: 'nosniff' }] },
      {
        name: 'Cache-Control',
        values: [
          { path: '/', value: 'no-cache' },
          { path: '/admin/*', value: 'no-store' },
        ],
      },
    ],
    types: [{ path: '/a.b.ics', value: 'text/calendar; charset=utf-8' }],
  });
});

describe('nginx', () => {
  const config = nginxConfig(HEADERS, SETTING);

  test.each([
    'map $uri $site_cache_control {\n  "~^/(?:index\\\\.html)?$" "no-cache";\n  "~^/admin/.*$" "no-store";\n}',
    'add_header Cache-Control $site_cache_control always;',
    'server_name www.exemple.org;',
    'root /srv/site/current;',
    'location = /a.b.ics {\n    types {}\n    default_type "text/calendar; charset=utf-8";',
  ])('says %s', (part) => {
    expect(config).toContain(part);
  });

  test('a value that it would take for a variable is refused', () => {
    expect(() => nginxConfig('/*\n  X-Price: 3 $us\n', SETTING)).toThrow(/for a variable/);
  });
});

test('Caddy', () => {
  const config = caddyConfig(HEADERS, SETTING);
  expect(config).toMatch(/^www\.exemple\.org \{$/m);
  expect(config).toContain('header * X-Content-Type-Options "nosniff"');
  expect(config).toContain('header / Cache-Control "no-cache"');
  expect(config.indexOf('header /a.b.ics Content-Type')).toBeGreaterThan(config.indexOf('path *.ics'));
});
