import css from '@eslint/css';
import { Linter, type Rule } from 'eslint';
import compat from 'eslint-plugin-compat';
import esX from 'eslint-plugin-es-x';
import type { Shipped } from './shipped.ts';

/**
 * Safari 15 loses a name of the module that a field's initialiser reads between parentheses: « Can't find variable ».
 * https://webkit.org/b/236843
 */
const noNameInField: Rule.RuleModule = {
  create: (context) => ({
    PropertyDefinition({ value }) {
      if (!value || !context.sourceCode.getText(value).includes('(')) return;
      for (const { identifier, resolved } of context.sourceCode.scopeManager.acquire(value)?.through ?? [])
        if (resolved?.defs.length)
          context.report({ node: identifier, message: `A field’s initialiser reads ${identifier.name}.` });
    },
  }),
};

const ITERATOR_METHOD =
  'CallExpression[callee.object.type="CallExpression"]:matches(' +
  '[callee.object.callee.property.name=/^(values|keys|entries)$/][callee.object.arguments.length=0],' +
  '[callee.object.callee.property.name="matchAll"]' +
  ')[callee.property.name=/^(map|filter|flatMap|some|every|find|reduce|forEach|take|drop|toArray)$/]';

/** Firefox has these of an element since 119: before, what is written there is no attribute. */
const ARIA_PROPERTY =
  'AssignmentExpression > MemberExpression.left[object.type="Identifier"][property.name=/^(?:role|aria[A-Z]\\w*)$/]';

const UNASKED_CAN_PARSE =
  ':not(ConditionalExpression) > CallExpression[callee.object.name="URL"][callee.property.name="canParse"]';

const SCRIPTS: Linter.Config[] = [
  {
    plugins: { 'es-x': esX, compat, own: { rules: { 'no-name-in-field': noNameInField } } },
    // A method is told by its name alone.
    settings: {
      'es-x': { aggressive: true },
      // Asked for only where they are.
      polyfills: ['requestIdleCallback', 'navigator.connection'],
    },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
    rules: {
      ...esX.configs['flat/restrict-to-es2022'].rules,
      // What Safari had only with 16.4, of the editions before.
      // Their names are those of methods of an array, of WebAssembly and of libraries: what an iterator is asked is below.
      ...Object.fromEntries(
        Object.keys(esX.rules)
          .filter((name) => /^no-(?:iterator|resizable|growable)/.test(name))
          .map((name) => [`es-x/${name}`, 'off']),
      ),
      'no-restricted-syntax': [
        'error',
        { selector: ITERATOR_METHOD, message: 'An iterator has no such method.' },
        { selector: ARIA_PROPERTY, message: 'Write the attribute: Firefox 115 has no such property.' },
        { selector: UNASKED_CAN_PARSE, message: 'URL.canParse is not there for all.' },
      ],
      'no-restricted-properties': [
        'error',
        ...[
          ['AbortSignal', 'timeout'],
          ['AbortSignal', 'any'],
          ['URL', 'parse'],
          ['Response', 'json'],
        ].map(([object, property]) => ({ object, property })),
        { property: 'adoptedStyleSheets' },
      ],
      'es-x/no-class-static-block': 'error',
      'es-x/no-regexp-lookbehind-assertions': 'error',
      'compat/compat': 'error',
      'own/no-name-in-field': 'error',
    },
  },
];

/** The CMS asks for browsers of 2024: see admin/floor.ts. */
const CMS: Linter.Config[] = [
  {
    plugins: { 'es-x': esX },
    settings: { 'es-x': { aggressive: true } },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
    rules: {
      ...esX.configs['flat/restrict-to-es2024'].rules,
      ...Object.fromEntries(
        Object.keys(esX.rules)
          .filter((name) => /^no-(?:iterator|resizable|growable)/.test(name))
          .map((name) => [`es-x/${name}`, 'off']),
      ),
      // Methods of Immutable and of Decap, by the same names, and a class that is asked for by typeof.
      'es-x/no-set-prototype-union': 'off',
      'es-x/no-uint8array-prototype-tobase64': 'off',
      'es-x/no-float16array': 'off',
      // Safari has them since 17.4, but not these.
      'no-restricted-syntax': ['error', { selector: ITERATOR_METHOD, message: 'An iterator has no such method.' }],
      'no-restricted-properties': [
        'error',
        { object: 'URL', property: 'parse' },
        { object: 'Promise', property: 'try' },
      ],
    },
  },
];

/** What all of them have had since 2022, and what a page does as well without. */
const KNOWN_OR_NICE = {
  allowAtRules: [
    'layer',
    // Without it, a page follows another at once.
    'view-transition',
    'page',
  ],
  allowFunctions: [
    // Backgrounds alone: without it, there is none.
    'color-mix',
  ],
  allowMediaConditions: [
    // Without it, the place of what a script serves stays empty where there is none.
    'scripting',
    'forced-colors',
  ],
  allowProperties: [
    'accent-color',
    'color-scheme',
    'contain-intrinsic-size',
    'container-type',
    'content-visibility',
    'forced-color-adjust',
    'mask',
    'outline',
    'overscroll-behavior',
    // On paper, a sheet in landscape; without it, in the orientation that the reader chose.
    'page',
    'paint-order',
    'print-color-adjust',
    'resize',
    'scrollbar-width',
    'text-size-adjust',
    'text-wrap',
    'translate',
  ],
  allowPropertyValues: {
    'break-after': ['avoid'],
    float: ['inline-start'],
    'font-family': ['ui-monospace'],
    overflow: ['clip'],
    'overflow-wrap': ['anywhere'],
  },
  allowSelectors: [
    'backdrop',
    // On paper, an answer that was left closed stays so.
    'details-content',
    'focus-visible',
    // Firefox has it since 121: never for what must be seen.
    'has',
    'marker',
  ],
  allowUnits: [
    // Without it, a box is as high as what it holds.
    'svh',
  ],
};

const STYLES: Linter.Config[] = [
  {
    files: ['**/*.css'],
    plugins: { css },
    language: 'css/css',
    languageOptions: { tolerant: true },
    rules: { 'css/use-baseline': ['error', { available: 2021, ...KNOWN_OR_NICE }] },
  },
];

const CONFIGS = { scripts: SCRIPTS, styles: STYLES, cms: CMS };

/** What the oldest browsers of package.json lack, or those of the CMS, one line for each: the file, what is lacking, and where. */
export const lackingIn = (shipped: readonly Shipped[], kind: keyof typeof CONFIGS): string[] =>
  shipped.flatMap(({ path, code }) =>
    new Linter()
      .verify(code, CONFIGS[kind], kind === 'styles' ? 'style.css' : 'script.js')
      .map(({ message, line, column }) => `${path}: ${message} « ${around(code, line, column)} »`),
  );

function around(code: string, line: number, column: number): string {
  const text = code.split('\n')[line - 1] ?? '';
  return text.slice(Math.max(0, column - 30), column + 50);
}
