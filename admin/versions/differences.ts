import type { DecapField } from '#schemas/kit/decap.ts';
import { areSame, said } from '#domain/said.ts';
import type { Answers } from './answers.ts';

/** A field that two versions of an entry answer otherwise, as an editor reads it; an empty text: nothing was said. */
export interface Difference {
  label: string;
  before: string;
  after: string;
}

/** The fields of which two versions differ, in the order of the form: those of a group one by one, a list whole. */
export function differencesOf(fields: readonly DecapField[], before: Answers, after: Answers): Difference[] {
  return fields.flatMap((field) => {
    const [was, is] = [before[field.name], after[field.name]];
    if (areSame(was, is)) return [];
    if (field.widget === 'object') {
      return differencesOf(field.fields, answersOf(was), answersOf(is)).map((each) => ({
        ...each,
        label: `${field.label} › ${each.label}`,
      }));
    }
    return [{ label: field.label, ...changedLines(tell(was, field), tell(is, field)) }];
  });
}

const answersOf = (value: unknown): Answers => (typeof value === 'object' && value !== null ? (value as Answers) : {});

/** A value in words: one line each for the fields of a group, for the items of a list. */
function tell(value: unknown, field: DecapField | undefined): string {
  const told = said(value);
  if (told === undefined) return '';
  if (typeof told === 'boolean') return told ? 'oui' : 'non';
  if (Array.isArray(told)) {
    const item = field?.widget === 'list' ? field.field : field;
    return told.map((each) => `• ${tellItem(each, field, item)}`).join('\n');
  }
  if (typeof told === 'object') return tellGroup(told as Answers, field);
  const text = typeof told === 'string' ? told : JSON.stringify(told);
  return (field?.widget === 'select' && field.options.find(({ value: stored }) => stored === told)?.label) || text;
}

const tellItem = (item: unknown, list: DecapField | undefined, one: DecapField | undefined): string =>
  typeof item === 'object' ? tellGroup(answersOf(item), list).replaceAll('\n', '\n  ') : tell(item, one);

function tellGroup(answers: Answers, field: DecapField | undefined): string {
  const fields = field && 'fields' in field ? (field.fields ?? []) : [];
  const known = fields.map(({ name }) => name).filter((name) => name in answers);
  return [...new Set([...known, ...Object.keys(answers)])]
    .map((name) => {
      const inner = fields.find((each) => each.name === name);
      const text = tell(answers[name], inner);
      return `${inner?.label ?? name}\u00a0: ${text.includes('\n') ? `\n${text}` : text}`;
    })
    .join('\n');
}

/** The lines that differ, with « … » for those before and after, which are the same. */
function changedLines(before: string, after: string): Pick<Difference, 'before' | 'after'> {
  const [was, is] = [before.split('\n'), after.split('\n')];
  const shortest = Math.min(was.length, is.length);
  let start = 0;
  while (start < shortest && was[start] === is[start]) start++;
  let end = 0;
  while (end < shortest - start && was.at(-1 - end) === is.at(-1 - end)) end++;
  const cut = (lines: readonly string[]) => {
    const kept = lines
      .slice(start, lines.length - end)
      .join('\n')
      .trim();
    return kept === '' ? '' : [...(start > 0 ? ['…'] : []), kept, ...(end > 0 ? ['…'] : [])].join('\n');
  };
  const [shown, shownAfter] = [cut(was), cut(is)];
  // Lines that are only added or only taken away leave one side empty, which would read as an empty field.
  return {
    before: shown === '' && before !== '' ? '…' : shown,
    after: shownAfter === '' && after !== '' ? '…' : shownAfter,
  };
}
