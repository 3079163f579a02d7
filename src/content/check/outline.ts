import * as yaml from 'js-yaml';

/** A value of a YAML text with its place, which js-yaml tells only while it reads. */
export interface YamlNode {
  /** Line of the text, counted from 0. */
  line: number;
  /** What is written there. */
  source: string;
  value: unknown;
  isMapping: boolean;
  /** Items of a sequence; keys and values in turn for a mapping. */
  children: YamlNode[];
}

export interface Outline {
  root?: YamlNode | undefined;
  error?: { reason: string; line: number; openedAt: number };
}

interface Open {
  line: number;
  from: number;
  children: YamlNode[];
}

/** Reads a YAML text for its places; a syntax error comes with its line and that of the value it broke. */
export function outline(text: string): Outline {
  const open: Open[] = [{ line: 0, from: 0, children: [] }];
  const listener = (event: yaml.EventType, state: yaml.State) => {
    if (event === 'open') {
      open.push({ line: state.line, from: state.position, children: [] });
      return;
    }
    const closed = open.pop();
    if (!closed) return;
    const value: unknown = state.result;
    const { line, from, children } = closed;
    // js-yaml tries a key before it knows what a value is: the value then wraps itself.
    const [only] = children;
    const isWrapper = children.length === 1 && only !== undefined && Object.is(only.value, value);
    const node: YamlNode = isWrapper
      ? only
      : { line, source: state.input.slice(from, state.position), value, isMapping: state.kind === 'mapping', children };
    open.at(-1)?.children.push(node);
  };
  try {
    yaml.load(text, { listener });
  } catch (error) {
    if (!(error instanceof yaml.YAMLException)) throw error;
    const { mark } = error as { mark?: { line: number } };
    return {
      error: { reason: error.reason, line: mark?.line ?? 0, openedAt: open.at(-1)?.line ?? 0 },
    };
  }
  return { root: open[0]?.children[0] };
}

/** The value of a key or of an item, or undefined when it is not written. */
export function childOf(node: YamlNode, step: string | number): YamlNode | undefined {
  if (!node.isMapping) return node.children[Number(step)];
  const key = node.children.findIndex((child, index) => index % 2 === 0 && String(child.value) === String(step));
  return key < 0 ? undefined : node.children[key + 1];
}

/** Every value below a node that holds no other, with its path. */
export function scalarsOf(root: YamlNode): { path: (string | number)[]; node: YamlNode }[] {
  const found: { path: (string | number)[]; node: YamlNode }[] = [];
  const pending: { path: (string | number)[]; node: YamlNode }[] = [{ path: [], node: root }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { path, node } = next;
    if (node.children.length === 0) found.push(next);
    node.children.forEach((child, index) => {
      if (!node.isMapping) pending.push({ path: [...path, index], node: child });
      else if (index % 2 === 1) {
        pending.push({ path: [...path, String(node.children[index - 1]?.value)], node: child });
      }
    });
  }
  return found;
}
