/**
 * What Decap writes in its own colours, in those of the house: each becomes a property of src/styles/tokens.css, which
 * knows both themes. Logos of forges keep theirs.
 */
const HOUSE: Readonly<Record<string, string>> = {
  // Grounds.
  '#fff': 'var(--card)',
  '#ffffff': 'var(--card)',
  '#eff0f4': 'var(--paper)',
  '#f1f2f4': 'var(--paper)',
  '#f2f2f2': 'var(--paper)',
  '#e6e6e6': 'var(--line)',
  '#eaebf1': 'var(--line)',
  '#dfdfe3': 'var(--line)',
  // Inks.
  '#798291': 'var(--ink-soft)',
  '#7a8291': 'var(--ink-soft)',
  '#7b8290': 'var(--ink-soft)',
  '#767676': 'var(--ink-soft)',
  '#5d626f': 'var(--ink-soft)',
  '#b3b9c4': 'var(--ink-soft)',
  '#c4c6d2': 'var(--ink-soft)',
  '#666': 'var(--ink-soft)',
  '#313d3e': 'var(--ink)',
  '#1e2532': 'var(--ink)',
  '#444a57': 'var(--ink)',
  '#555a65': 'var(--ink-soft)',
  '#555': 'var(--ink-soft)',
  // What is active, and what is well.
  '#3a69c7': 'var(--herb)',
  '#4863c6': 'var(--herb)',
  '#e8f5fe': 'color-mix(in srgb, var(--herb) 12%, var(--card))',
  '#005614': 'var(--herb)',
  '#caef6f': 'color-mix(in srgb, var(--herb) 22%, var(--card))',
  '#aae31f': 'color-mix(in srgb, var(--herb) 22%, var(--card))',
  '#17a2b8': 'var(--herb)',
  '#117888': 'var(--herb)',
  '#1195aa': 'var(--herb)',
  '#ddf5f9': 'color-mix(in srgb, var(--herb) 12%, var(--card))',
  // What waits.
  '#754e00': 'var(--honey)',
  '#ffee9c': 'color-mix(in srgb, var(--honey) 18%, var(--card))',
  '#70399f': 'var(--honey)',
  '#f6d8ff': 'color-mix(in srgb, var(--honey) 18%, var(--card))',
  // What is wrong.
  '#ff003b': 'var(--tomato)',
  '#d60032': 'var(--tomato)',
  '#fcefea': 'color-mix(in srgb, var(--tomato) 10%, var(--card))',
  '#fbe0d7': 'color-mix(in srgb, var(--tomato) 10%, var(--card))',
};

/** The bar of what loads is drawn on a canvas, which knows no property: a green that is seen in both themes. */
const CANVAS_BAR = /barColors: \{\s*0: colors\.active,\s*'1\.0': colors\.active\s*\}/;
const CANVAS_GREEN = "barColors: { 0: '#4f8a5a', '1.0': '#4f8a5a' }";

/** The packages that draw the CMS. */
const DRAWN = /[\\/]decap-cms-(?:core|ui-default|ui-auth|lib-widgets|widget-[a-z]+|editor-component-image)[\\/]/;

/** A module of Decap with the colours of the house; null for a module that draws nothing in a colour of its own. */
export function inHouseColours(code: string, id: string): string | null {
  if (!DRAWN.test(id)) return null;
  const drawn = code.replace(CANVAS_BAR, CANVAS_GREEN);
  if (/\bTopBarProgress\.config\(/.test(code) && drawn === code)
    throw new Error('Decap draws the bar of what loads in another way: admin/decap/colours.ts');
  const coloured = drawn.replace(/#[0-9a-f]{3,6}\b/gi, (colour) => HOUSE[colour.toLowerCase()] ?? colour);
  return coloured === code ? null : coloured;
}
