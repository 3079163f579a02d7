import { isCollection, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Node } from 'yaml';

/** Where the values of a YAML text are written. What they are is for Astro's own reader to say. */
export interface Outline {
  /** The value at a path, the whole text at an empty one; undefined when it is not written. */
  at: (path: readonly (string | number)[]) => WrittenValue | undefined;
  /** The line of the quotes or of the brackets that are still open at a position of the text, counted from 0. */
  openedAt: (position: number) => number | undefined;
}

export interface WrittenValue {
  /** The line where it starts, that of its key when it has one; counted from 0. */
  line: number;
  source: string;
  isMapping: boolean;
}

/** A YAML text as the library parses it. */
interface Parsed {
  document: ReturnType<typeof parseDocument>;
  lineOf: (node: Node | null) => number;
}

function parse(text: string): Parsed {
  const lines = new LineCounter();
  // Every scalar a string: a key is then found as it is written.
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: lines,
  });
  return { document, lineOf: (node) => lines.linePos(node?.range?.[0] ?? 0).line - 1 };
}

/** Looks for the places of a YAML text, even one with errors. */
export function outline(text: string): Outline {
  let parsed: Parsed | undefined;
  // An entry without a problem is never looked into.
  const written = () => (parsed ??= parse(text));
  return {
    at: (path) => {
      const { document, lineOf } = written();
      let place: Place | undefined = document.contents ? { value: document.contents } : undefined;
      for (const step of path) place = childOf(place?.value, step);
      if (!place) return undefined;
      const { value, key = value } = place;
      return { line: lineOf(key), source: sourceOf(value, text), isMapping: isMap(value) };
    },
    openedAt: (position) => {
      const { document, lineOf } = written();
      let last: Node | undefined;
      visit(document, {
        Node: (_key, node) => {
          if (isOpenAt(node, position, text)) last = node;
        },
      });
      return last && lineOf(last);
    },
  };
}

interface Place {
  value: Node | null;
  key?: Node | null;
}

function childOf(parent: Node | null | undefined, step: string | number): Place | undefined {
  if (isMap<Node, Node | null>(parent)) {
    return parent.items.find(({ key }) => isScalar(key) && key.value === String(step));
  }
  const value = isSeq<Node>(parent) ? parent.items[Number(step)] : undefined;
  return value && { value };
}

const sourceOf = (node: Node | null, text: string): string => text.slice(node?.range?.[0] ?? 0, node?.range?.[1] ?? 0);

const CLOSINGS: ReadonlyMap<string, string> = new Map(
  ['""', "''", '[]', '{}'].map(([from = '', to = '']) => [from, to]),
);

function isOpenAt(node: Node, position: number, text: string): boolean {
  const [from = 0, to = 0] = node.range ?? [];
  if ((isCollection(node) && node.flow !== true) || from > position) return false;
  const source = sourceOf(node, text);
  const closing = CLOSINGS.get(source.charAt(0));
  const isClosed = to <= position && source.length > 1 && source.at(-1) === closing;
  return closing !== undefined && !isClosed;
}
