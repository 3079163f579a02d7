/** What Decap 3 reads of any field, whatever its widget. */
interface CommonOptions {
  /** The key in the front matter. */
  name: string;
  label: string;
  /** Always said: Decap takes a field that says nothing for a required one. */
  required: boolean;
  hint?: string;
  /** Unknown to Decap, which leaves it to our controls. */
  picker?: string;
  /** What a value that is not empty matches, and the sentence for one that does not. */
  pattern?: [RegExp, string];
}

interface StringOptions {
  /** `string`: one line; `text`: several. */
  widget: 'string' | 'text';
  default?: string;
}

export interface MarkdownOptions {
  widget: 'markdown';
  modes: ('rich_text' | 'raw')[];
  buttons: MarkdownButton[];
  editor_components: string[];
  /** A lower box, for a field that is not the text of the entry. */
  minimal?: boolean;
  default?: string;
}
type MarkdownButton =
  'bold' | 'italic' | 'link' | 'heading-two' | 'heading-three' | 'quote' | 'bulleted-list' | 'numbered-list';

interface NumberOptions {
  widget: 'number';
  value_type: 'int' | 'float';
  /** Forgotten by Decap beside a pattern. */
  min?: number;
  max?: number;
  default?: number;
}

interface BooleanOptions {
  widget: 'boolean';
  default: boolean;
}

interface DatetimeOptions {
  widget: 'datetime';
  /** How the value is written, in the tokens of Day.js. */
  format: string;
  /** How the day is shown; false: only a time is asked. */
  date_format?: string | false;
  /** How the time is shown; false: only a day is asked. */
  time_format?: string | false;
}

interface SelectOptions {
  widget: 'select';
  options: { value: string; label: string }[];
  multiple?: true;
  /** Both or neither, and only when there may be several. */
  min?: number;
  max?: number;
  default?: string | string[];
}

interface RelationOptions {
  widget: 'relation';
  /** The collection whose entries are offered. */
  collection: string;
  /** What is stored: `{{slug}}`, the name of the file. */
  value_field: string;
  search_fields: string[];
  display_fields: string[];
  /** How many entries are offered; 20 when nothing is said. */
  options_length: number;
  multiple?: true;
  /** Both or neither, and only when there may be several. */
  min?: number;
  max?: number;
  default?: string[];
}

interface UploadOptions {
  widget: 'image' | 'file';
  choose_url: false;
  media_library: { config: { max_file_size: number } };
}

interface ObjectOptions {
  widget: 'object';
  fields: DecapField[];
  collapsed: boolean;
  /** Template of the folded group. */
  summary?: string;
}

interface ListOptions {
  widget: 'list';
  label_singular: string;
  collapsed: boolean;
  default: [];
  /** Heeded beside `max` only. */
  min?: number;
  max?: number;
  /** Template of a folded item. */
  summary?: string;
  /** What an item is made of: several fields, or one. */
  fields?: DecapField[];
  field?: DecapField;
}

/** The options of one widget. */
export type WidgetOptions =
  | StringOptions
  | MarkdownOptions
  | NumberOptions
  | BooleanOptions
  | DatetimeOptions
  | SelectOptions
  | RelationOptions
  | UploadOptions
  | ObjectOptions
  | ListOptions;

/** A field of a Decap form. */
export type DecapField = CommonOptions & WidgetOptions;

/** A folder of entries, as Decap lists them and opens them. */
export interface DecapCollection<N extends string = string> {
  name: N;
  label: string;
  label_singular: string;
  description: string;
  folder: string;
  extension: 'md';
  format: 'yaml-frontmatter';
  create: boolean;
  delete: boolean;
  /** The field that names an entry. */
  identifier_field: string;
  /** Template of the file name of a new entry. */
  slug: string;
  /** Template of a line of the list. */
  summary: string;
  preview_path?: string;
  sortable_fields: string[];
  view_filters?: { label: string; field: string; pattern: string | boolean }[];
  view_groups?: { label: string; field: string; pattern?: string }[];
  fields: DecapField[];
}
