import type { ICruiseResult } from 'dependency-cruiser';

/** The rooms that each room imports. */
export type RoomGraph = ReadonlyMap<string, ReadonlySet<string>>;

/** The floors of the house, from the top; a room that stands on none is told. */
const FLOORS = [
  ['Doors', ['pages', 'jobs', 'admin']],
  [
    'Subjects',
    [
      'cantines',
      'sessions',
      'funding',
      'ouvrir',
      'guides',
      'templates',
      'partnerships',
      'figures',
      'network',
      'stories',
      'press',
    ],
  ],
  [
    'Services',
    [
      'layouts',
      'components',
      'feeds',
      'forms',
      'documents',
      'lists',
      'search',
      'places',
      'offline',
      'proposals',
      'publication',
      'build',
      'content',
    ],
  ],
  ['Ground', ['schemas', 'kit', 'domain']],
] as const;

/** The room of a file, `src/funding/board/store.ts` → `funding`; undefined for what stands beside the rooms. */
export function roomOf(file: string): string | undefined {
  if (file.startsWith('src/schemas/kit/')) return 'kit';
  return /^(?:src\/(?=[^/]+\/)|(?=admin\/))([^/]+)\//.exec(file)?.[1];
}

/** Which room imports which; styles are everybody's. */
export function roomGraph({ modules }: Pick<ICruiseResult, 'modules'>): RoomGraph {
  const graph = new Map<string, Set<string>>();
  for (const { source, dependencies } of modules) {
    const from = roomOf(source);
    if (from === undefined || from === 'styles') continue;
    const others = graph.get(from) ?? new Set();
    graph.set(from, others);
    for (const { resolved } of dependencies) {
      const to = roomOf(resolved);
      if (to !== undefined && to !== from && to !== 'styles') others.add(to);
    }
  }
  return graph;
}

/** The rooms that come back to themselves, each as the way they go: `forms → search → forms`. */
export function roomCircles(graph: RoomGraph): string[] {
  const found = new Set<string>();
  const walk = (path: readonly string[]) => {
    for (const next of graph.get(path.at(-1) ?? '') ?? []) {
      const start = path.indexOf(next);
      if (start === -1) walk([...path, next]);
      // Each circle once, from its first room in the alphabet.
      else if (next === path.slice(start).toSorted()[0]) found.add([...path.slice(start), next].join(' → '));
    }
  };
  for (const room of graph.keys()) walk([room]);
  return [...found];
}

/** The arrows that no longer way replaces: `pages → domain` goes without saying when `pages → funding → domain`. */
function reduced(graph: RoomGraph): [from: string, to: string][] {
  const reaches = (from: string, to: string): boolean =>
    [...(graph.get(from) ?? [])].some((next) => next === to || reaches(next, to));
  return [...graph].flatMap(([from, rooms]) =>
    [...rooms]
      .filter((to) => ![...rooms].some((other) => other !== to && reaches(other, to)))
      .map((to): [string, string] => [from, to]),
  );
}

/**
 * The rooms as a Mermaid diagram, which forges draw.
 * @throws Error when rooms form a circle, or one stands on no floor
 */
export function drawRooms(graph: RoomGraph): string {
  const [circle] = roomCircles(graph);
  if (circle !== undefined) throw new Error(`Rooms in a circle: ${circle}.`);
  const placed: readonly string[] = FLOORS.flatMap(([, rooms]) => rooms);
  const [lost] = [...graph.keys()].filter((room) => !placed.includes(room));
  if (lost !== undefined) throw new Error(`« ${lost} » stands on no floor: say which in tests/support/rooms.ts.`);
  const floors = FLOORS.map(
    ([name, rooms]) => `  subgraph ${name}\n    ${rooms.filter((room) => graph.has(room)).join('\n    ')}\n  end`,
  );
  const arrows = reduced(graph)
    .map(([from, to]) => `  ${from} --> ${to}`)
    .toSorted();
  return ['flowchart TD', ...floors, ...arrows].join('\n');
}

const MARKS = /(?<=<!-- rooms -->\n)[\s\S]*?(?=<!-- \/rooms -->)/;

/** A page of documentation with the drawing between its two marks. */
export function withDrawing(page: string, drawing: string): string {
  if (!MARKS.test(page)) throw new Error('The page has no <!-- rooms --> … <!-- /rooms --> to draw in.');
  return page.replace(MARKS, () => `\n\`\`\`mermaid\n${drawing}\n\`\`\`\n\n`);
}
