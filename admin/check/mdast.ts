import type { Definition, Root, RootContent } from 'mdast';
import { fromMarkdown, type CompileContext, type Extension, type Token } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { withDepth } from '#content/markdown-depth.ts';

/** What Sätteri takes for a header at the top of a text: lines between `---` and `---` or `...`, or between `+++`. */
const HEADER = /^(?:--- *\r?\n((?:.*\n)*?)(?:---|\.\.\.)|\+\+\+ *\r?\n((?:.*\n)*?)\+\+\+) *(?:\r?\n|$)/;

/**
 * The tree of a text, with what `toMdast` of src/content/mdast.ts finds in it: Sätteri, which renders the pages, is 3 MB
 * of WebAssembly in a browser. tests/unit/admin/mdast.test.ts holds both to the same problems.
 */
export function toMdastInBrowser(text: string): Root {
  const [header = '', yaml, toml] = HEADER.exec(text) ?? [];
  // The lines after it keep their numbers.
  const below = '\n'.repeat(header.split('\n').length - 1) + text.slice(header.length);
  const root = fromMarkdown(below, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown(), BOXES] });
  const node: RootContent = { type: 'yaml', value: (yaml ?? toml ?? '').replace(/\r?\n$/, '') };
  return { ...root, children: [...(header ? [node] : []), ...root.children, ...hiddenDefinitions(below, root)] };
}

/** A box in a paragraph that no item holds is its first words: mdast-util-gfm-task-list-item 2.0.0 ticks the page. */
const exitBox = (checked: boolean) =>
  function exit(this: CompileContext, token: Token): void {
    const [holder, paragraph] = this.stack.slice(-2);
    if (holder?.type === 'listItem') holder.checked = checked;
    else if (paragraph?.type === 'paragraph') {
      const { start, end } = token;
      paragraph.children.push({
        type: 'text',
        value: `[${this.sliceSerialize(token)}]`,
        position: { start: { ...start, column: start.column - 1 }, end: { ...end, column: end.column + 1 } },
      });
    }
  };

const BOXES: Extension = {
  exit: { taskListCheckValueChecked: exitBox(true), taskListCheckValueUnchecked: exitBox(false) },
};

/** Above a line such as `|-|`, `[a]: b` is an address for Sätteri, the head of a table for micromark. */
function hiddenDefinitions(text: string, root: Root): Definition[] {
  if (!/\]:.*\n.*-/.test(text)) return [];
  const known = new Set(definitionsIn(root).map(({ identifier }) => identifier));
  return definitionsIn(fromMarkdown(text)).filter(
    ({ identifier }) => !/^\^/.test(identifier) && !known.has(identifier),
  );
}

const definitionsIn = (root: Root): Definition[] =>
  [...withDepth(root)].flatMap(({ node }) => (node.type === 'definition' ? [node] : []));
