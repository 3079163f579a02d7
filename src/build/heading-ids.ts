const HEADING = /(<h[2-6]) id="([^"]*)"/g;
const ANY_ID = / id="([^"]*)"/g;

/**
 * Gives each heading of a page an id of its own. Those of Markdown come from their words: « Contenu » is also the main
 * part of the page, an answer may have the titles of the text above, and « … » makes none. The first keeps its id; a
 * part of the page that is no heading keeps it always. No text of a page can look like a heading: its `<` is escaped,
 * or its quotes are.
 */
export function uniqueHeadingIds(html: string): string {
  const headings = [...html.matchAll(HEADING)].map(([, , id = '']) => id);
  if (headings.length === 0) return html;
  const ofHeadings = countOf(headings);
  const all = countOf([...html.matchAll(ANY_ID)].map(([, id = '']) => id));
  const taken = new Set(all.keys());
  const free = new Set([...ofHeadings.keys()].filter((id) => id !== '' && ofHeadings.get(id) === all.get(id)));
  return html.replace(HEADING, (whole, start: string, id: string) => {
    if (free.delete(id)) return whole;
    const name = id || 'titre';
    let rank = id ? 2 : 1;
    while (taken.has(`${name}-${rank}`)) rank += 1;
    taken.add(`${name}-${rank}`);
    return `${start} id="${name}-${rank}"`;
  });
}

function countOf(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
