import type { CollectionName } from '#schemas/index.ts';
import { entryOf, type Data } from './entries.ts';

/** What an editor may try to save: an entry, and the text below. */
export interface ClumsySave {
  name: string;
  collection: CollectionName;
  data: Data;
  body: string;
}

const text = (name: string, body: string, changes: Data = {}): ClumsySave => ({
  name,
  collection: 'guides',
  data: entryOf('guides', changes),
  body,
});

const fields = (name: string, collection: CollectionName, changes: Data, body = 'Un texte.'): ClumsySave => ({
  name,
  collection,
  data: entryOf(collection, changes),
  body,
});

/** Clumsy or hostile texts. */
const BODIES: readonly (readonly [string, string])[] = [
  ['a title of first level', '# Titre'],
  ['an underlined title', 'Titre\n====='],
  ['a title that skips a level', '## A\n\n#### B'],
  ['a link that runs code', '[x](javascript:alert(1))'],
  ['the same, hidden in entities', '[x](&#106;avascript&colon;alert(1))'],
  ['the same, by its name', '[x][y]\n\n[y]: JaVaScRiPt:alert(1)'],
  ['the same, in angle brackets', '<javascript:alert(1)>'],
  ['the same, above what looks like a table', '[b]: javascript:alert(1)\n|-|'],
  ['a document in a link', '[x](data:text/html,<script>alert(1)</script>)'],
  ['HTML in a line', 'Un <b>mot</b>.'],
  ['a script', '<script>alert(1)</script>'],
  ['a comment', 'Avant.\n\n<!-- à revoir -->'],
  ['an unclosed tag', 'Un <div'],
  ['HTML in a cell', '|a|b|\n|-|-|\n|<i>x</i>|y|'],
  ['HTML in a quotation in a list', '- > <u>x</u>'],
  ['a page that does not exist', '[x](/cantines/nulle-part/)'],
  ['a page without its last slash', '[x](/cantines)'],
  ['a relative link', '[x](../cantines/lyon-vaise/)'],
  ['an address without its scheme', '[x](www.exemple.org)'],
  ['an empty link', '[](https://exemple.org/)'],
  ['an anchor that does not exist', '[x](#nulle-part)\n\n## Ici'],
  ['an image without words', '![](/uploads/table.jpg)'],
  ['an image that is not there', '![Une table](/uploads/absente.jpg)'],
  ['an image of another site', '![Une table](https://exemple.org/table.jpg)'],
  ['a relative image', '![Une table](table.jpg)'],
  ['an image that is code', '![Une table](data:image/svg+xml,<svg/>)'],
  ['a second header', '---\ntitle: Autre\n---\n\nUn texte.'],
  ['a TOML header', '+++\ntitle = "Autre"\n+++\n\nUn texte.'],
  ['three dashes', '---'],
  ['a note where there is none', 'Un mot[^1].\n\n[^1]: Une note.'],
  ['a sign that is not seen', 'Un\u0007 mot.'],
  ['a sign by its number', 'Un&#x202e; mot.'],
  ['a nesting without end', `${'> '.repeat(60)}mot`],
  ['a table for no phone', `${'|a'.repeat(30)}\n${'|-'.repeat(30)}`],
  ['a text without end', 'mot '.repeat(12_000)],
  ['nothing', ''],
  ['blanks', ' \n\n '],
  ['an e-mail that copies others', '[x](mailto:a@exemple.org?bcc=b@exemple.org)'],
  ['an unclosed code', '```\n# Titre\n<b>'],
  ['a code that shows HTML', 'Écrire `<b>` ou :\n\n    <b>x</b>'],
  ['half an emoji', 'Un \ud83c mot.'],
  ['quotes and braces', 'Un {{mot}} "entre" \'guillemets\' : oui # non - & * ! %'],
];

const FIELDS: readonly ClumsySave[] = [
  fields('a title that YAML would read', 'guides', { title: '- [x]: {y} # "z" \' & *' }),
  fields('a title of two lines', 'guides', { title: 'Un\nguide' }),
  fields('a title without end', 'guides', { title: 'Guide '.repeat(60) }),
  fields('a title of which no name is made', 'guides', { title: '漢字' }),
  fields('a name that is taken', 'opportunities', { title: 'Suivi' }),
  fields('a name that hosts hide', 'guides', { title: 'Index' }),
  fields('no summary', 'guides', { summary: undefined }),
  fields('an unknown choice', 'guides', { topic: 'cuisine' }),
  fields('a number that is none', 'guides', { order: 'beaucoup' }),
  fields('a day that does not exist', 'stories', { publishedOn: '2026-02-30' }),
  fields('an end before the start', 'sessions', { endsAt: '2027-01-12T17:30' }),
  fields('a reference that dangles', 'stories', { cantines: ['nulle-part'] }),
  fields('a funder that does not exist', 'opportunities', { funder: 'nulle-part' }),
  fields('an address that is code', 'guides', { sources: [{ url: 'javascript:alert(1)' }] }),
  fields('a file that is not there', 'guides', { attachments: [{ label: 'Un plan', file: '/uploads/absent.pdf' }] }),
  fields('HTML in a field', 'guides', { questions: [{ question: 'Quoi ?', answer: 'Un <b>mot</b>.' }] }),
  fields('a header in a field', 'guides', { questions: [{ question: 'Quoi ?', answer: '+++\na = 1\n+++' }] }),
  fields('a place without its longitude', 'cantines', { title: 'Essai', location: { latitude: 45 } }),
  fields('a telephone that is none', 'cantines', { title: 'Essai', contacts: { telephone: '12' } }),
  fields('too many sources', 'guides', {
    sources: Array.from({ length: 101 }, () => ({ url: 'https://exemple.org/' })),
  }),
];

/** Clumsy or hostile, some of them right: each as it is, then as a draft. */
export const CLUMSY_SAVES: readonly ClumsySave[] = [...BODIES.map(([name, body]) => text(name, body)), ...FIELDS];
