import { expect, test } from 'vitest';
import { schemaCases } from '../../support/schema-cases.ts';
import { entryOf, readOf } from '../../support/entries.ts';

schemaCases(
  'guides',
  [
    ['a subject that does not exist', { topic: 'bilan' }, 'topic'],
    ['an order below zero', { order: -1 }, 'order'],
    [
      'an attachment of another site',
      { attachments: [{ label: 'x', file: 'https://exemple.org/x.pdf' }] },
      'attachments[1].file',
    ],
    [
      'an attachment out of its folder',
      { attachments: [{ label: 'x', file: '/uploads/../x' }] },
      'attachments[1].file',
    ],
    ['an attachment without a name', { attachments: [{ file: '/uploads/x.pdf' }] }, 'attachments[1].label'],
    ['a question without an answer', { questions: [{ question: 'Quand ?' }] }, 'questions[1].answer'],
    ['a title that would be read as a moment', { title: '2026-11-20 10:00:00' }, 'title'],
  ],
  [
    ['an order as text', { order: '3' }],
    ['an empty question', { questions: [{ question: null, answer: '' }] }],
  ],
);

test('guides without an order come last', () => {
  expect(readOf('guides', entryOf('guides'))).toMatchObject({ order: 100 });
});
