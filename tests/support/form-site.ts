import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Endpoint } from '#forms/target.ts';
import { builtSite } from './built-site.ts';
import { startFormFront, type FormFront } from './form-endpoint.ts';
import { startFormServer, type FormServer } from './form-server.ts';

/** The built site and a server that receives its forms, for the tests of a file. */
export function formSite(): {
  /** Visits it as a stranger, its forms going nowhere until a test says where. */
  visit: (options: BrowserContextOptions, run: (page: Page) => Promise<void>) => Promise<void>;
  /** The forms go to the server from now on, which has received nothing yet. */
  receiver: (encoding?: Endpoint['encoding']) => FormServer;
} {
  const open = builtSite();
  let servers: { server: FormServer; front: FormFront } | undefined;
  beforeAll(async () => {
    servers = { server: await startFormServer(), front: await startFormFront() };
  });
  afterAll(() => Promise.all([servers?.server.close(), servers?.front.close()]));
  const running = () => {
    if (!servers) throw new Error('The site is visited from within a test.');
    return servers;
  };
  return {
    visit: (options, run) => {
      const { front } = running();
      front.endpoint = undefined;
      // Chromium asks before a page reaches this machine, where the server that receives stands.
      const permissions = ['local-network-access'];
      return open({ baseURL: front.url, ...options, reducedMotion: 'reduce', permissions }, (page, origin) => {
        front.behind = origin;
        return run(page);
      });
    },
    receiver: (encoding = 'json') => {
      const { server, front } = running();
      server.posts.length = 0;
      server.received.length = 0;
      server.moods.length = 0;
      server.always = 'take';
      server.manners = 'open';
      front.endpoint = { url: server.url, encoding };
      return server;
    },
  };
}
