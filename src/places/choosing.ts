/** What the field needs once somebody types in it, or an address names a place: it is asked for then. */
export { labelOfChoice } from './area.ts';
export { optionsOf } from './options.ts';
export { tokenOfChoice, understand } from './understand.ts';
export { askWhich, countOf, noteOn } from './words.ts';
