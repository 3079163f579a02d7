import { follow } from './follow.ts';
import type { Ask } from './polite.ts';

interface Rule {
  allows: boolean;
  /** A beginning of paths, with `*` and a final `$`. */
  path: string;
}

/**
 * Whether a page may be read by a robot of a name, as a `robots.txt` says (RFC 9309): of the groups that name it, or
 * else of those of everybody, the longest rule that fits decides, and between equals the one that allows.
 */
export function allows(robots: string, name: string, path: string): boolean {
  const groups = groupsOf(robots);
  const named = groups.filter(({ agents }) => agents.includes(name.toLowerCase()));
  const heard = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'));
  const fitting = heard.flatMap(({ rules }) => rules).filter((rule) => fits(rule.path, path));
  const longest = Math.max(...fitting.map((rule) => rule.path.length));
  const decisive = fitting.filter((rule) => rule.path.length === longest);
  return decisive.length === 0 || decisive.some((rule) => rule.allows);
}

function groupsOf(robots: string): { agents: string[]; rules: Rule[] }[] {
  const groups: { agents: string[]; rules: Rule[] }[] = [];
  let naming = false;
  for (const line of robots.split(/\r?\n|\r/)) {
    const [, field = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*?)\s*(?:#.*)?$/i.exec(line) ?? [];
    const group = groups.at(-1);
    if (/^user-agent$/i.test(field)) {
      if (naming && group) group.agents.push(value.toLowerCase());
      else groups.push({ agents: [value.toLowerCase()], rules: [] });
      naming = true;
    } else if (/^(?:dis)?allow$/i.test(field)) {
      naming = false;
      if (value !== '') group?.rules.push({ allows: /^allow$/i.test(field), path: value });
    }
  }
  return groups;
}

function fits(rule: string, path: string): boolean {
  const parts = rule
    .replace(/\$$/, '')
    .split('*')
    .map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}${rule.endsWith('$') ? '$' : ''}`).test(path);
}

/** Asks each host once for its `robots.txt`; a host without one allows everything, one that is broken nothing. */
export function robotsOf(politely: Ask, name: string): (url: URL) => Promise<boolean> {
  const hosts = new Map<string, Promise<string | undefined>>();
  return async ({ origin, pathname, search }) => {
    const robots = hosts.get(origin) ?? readRobots(`${origin}/robots.txt`, politely);
    hosts.set(origin, robots);
    const text = await robots;
    return text !== undefined && allows(text, name, pathname + search);
  };
}

async function readRobots(url: string, politely: Ask): Promise<string | undefined> {
  const { answer } = await follow(url, (at) => politely(at, 'GET'));
  // Whether it is there is not known: the page itself will tell what is wrong.
  if ('failed' in answer) return '';
  if (answer.status >= 500) return undefined;
  return answer.status < 300 ? new TextDecoder().decode(answer.body) : '';
}
