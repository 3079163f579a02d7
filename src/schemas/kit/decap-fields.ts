import type { z } from 'zod';
import type { DecapField, MarkdownOptions, WidgetOptions } from './decap-types.ts';
import { listedOptions } from './choices.ts';
import { MAX_UPLOAD_BYTES } from './files.ts';
import { metaOf, type FieldMeta } from './meta.ts';
import type { Fields } from './shapes.ts';

type Kind<K extends FieldMeta['kind']> = Extract<FieldMeta, { kind: K }>;
type Widget = WidgetOptions & Pick<DecapField, 'pattern'>;

/**
 * The Markdown widget, held to what a site's Markdown uses. Decap's newer `richtext` (3.16) rewrites
 * the text as soon as a form opens: every entry would look changed, and be rewritten with the first save.
 */
export const richText = (): MarkdownOptions => ({
  widget: 'markdown',
  modes: ['rich_text', 'raw'],
  buttons: ['bold', 'italic', 'link', 'heading-two', 'heading-three', 'quote', 'bulleted-list', 'numbered-list'],
  editor_components: ['image'],
});

/** What becomes of a text that an editor reads: its typography, for instance. */
export type Say = (text: string) => string;

/** Declared fields → Decap fields, in the same order. */
export function decapFields(fields: Fields, say: Say, inside?: 'optional group'): DecapField[] {
  return Object.entries(fields).map(([name, schema]) => decapField(name, schema, say, inside));
}

/**
 * One declared field as Decap draws it. Decap asks for the required fields of a group even when the
 * group may be left empty: inside such a group it asks for none, and the save check tells the rule.
 */
function decapField(name: string, schema: z.ZodType, say: Say, inside?: 'optional group'): DecapField {
  const meta = metaOf(schema);
  const options = widget(meta, say);
  const asked =
    options.widget === 'object'
      ? options.fields.some(({ required }) => required)
      : meta.required && inside !== 'optional group';
  return {
    name,
    label: say(meta.label),
    required: asked,
    ...(meta.hint && { hint: say(meta.hint) }),
    ...(meta.picker && { picker: meta.picker }),
    ...options,
  };
}

function widget(meta: FieldMeta, say: Say): Widget {
  switch (meta.kind) {
    case 'text':
      return text(meta, say);
    case 'number':
      return {
        widget: 'number',
        value_type: meta.integer ? 'int' : 'float',
        ...defined({ min: meta.min, max: meta.max, default: meta.default }),
      };
    case 'boolean':
      return { widget: 'boolean', default: meta.default };
    case 'date':
      return { widget: 'datetime', format: 'YYYY-MM-DD', date_format: 'YYYY-MM-DD', time_format: false };
    case 'time':
      return { widget: 'datetime', format: 'HH:mm', date_format: false, time_format: 'HH:mm' };
    case 'datetime':
      // `format` alone: a wall time, without the browser's offset.
      return { widget: 'datetime', format: 'YYYY-MM-DDTHH:mm' };
    case 'choice':
      return {
        widget: 'select',
        options: listedOptions(meta).map(([value, label]) => ({ value, label: say(label) })),
        ...(meta.multiple && { multiple: true, default: [], ...limits(meta) }),
        ...defined({ default: meta.default }),
      };
    case 'reference':
      return {
        widget: 'relation',
        collection: meta.collection,
        value_field: '{{slug}}',
        search_fields: ['title'],
        display_fields: ['title'],
        options_length: 1000,
        ...(meta.multiple && { multiple: true, default: [], ...limits(meta) }),
      };
    case 'image':
    case 'file':
      return {
        widget: meta.kind,
        choose_url: false,
        media_library: { config: { max_file_size: MAX_UPLOAD_BYTES } },
      };
    case 'group':
      return group(meta, say);
    case 'list':
      return list(meta, say);
  }
}

function text(meta: Kind<'text'>, say: Say): Widget {
  const shared = { pattern: textPattern(meta, say), ...defined({ default: meta.default }) };
  if (meta.shape === 'markdown') return { ...richText(), minimal: true, ...shared };
  return { widget: meta.shape === 'line' ? 'string' : 'text', ...shared };
}

/** Decap knows no maximum length: a pattern says it. Spaces around a value are dropped on reading. */
function textPattern({ pattern, remedy, maxLength }: Kind<'text'>, say: Say): [RegExp, string] {
  if (pattern && remedy) {
    const inner = pattern.source.replace(/^\^/, '').replace(/\$$/, '');
    return [new RegExp(`^\\s*(?=[^]{0,${maxLength}}\\s*$)(?:${inner})\\s*$`, pattern.flags), say(remedy)];
  }
  return lengthPattern(maxLength, say);
}

/** The pattern of a text of at most that many signs. */
export const lengthPattern = (maxLength: number, say: Say): [RegExp, string] => [
  new RegExp(`^[^]{0,${maxLength}}$`),
  say(`Raccourcissez : ${maxLength} signes au plus.`),
];

/** Decap heeds either only when it has both. */
const limits = ({ required, max }: { required: boolean; max?: number | undefined }) =>
  max === undefined ? {} : { min: required ? 1 : 0, max };

function group(meta: Kind<'group'>, say: Say): Widget {
  const fields = decapFields(meta.fields, say, meta.optional ? 'optional group' : undefined);
  const collapsed = !fields.some(({ required }) => required);
  return { widget: 'object', fields, collapsed, ...defined({ summary: meta.summary }) };
}

function list(meta: Kind<'list'>, say: Say): Widget {
  const item = metaOf(meta.item);
  const shared: Extract<Widget, { widget: 'list' }> = {
    widget: 'list',
    label_singular: say(meta.labelSingular),
    collapsed: true,
    // Without it a new entry starts with one empty item.
    default: [],
    ...limits(meta),
  };
  return item.kind === 'group'
    ? { ...shared, fields: decapFields(item.fields, say), ...defined({ summary: item.summary }) }
    : { ...shared, field: decapField('value', meta.item, say), summary: '{{fields.value}}' };
}

function defined<T extends Record<string, unknown>>(options: T): Partial<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<T>;
}
