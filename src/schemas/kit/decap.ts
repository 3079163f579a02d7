import type { Collection } from './collection.ts';
import { metaOf } from './meta.ts';
import { bodyLimit } from './body.ts';
import { decapFields, lengthPattern, richText, type Say } from './decap-fields.ts';
import type { DecapCollection } from './decap-types.ts';

export type { DecapCollection, DecapField } from './decap-types.ts';

interface DecapOptions<N extends string> {
  /** Every text that an editor reads goes through it; as written by default. */
  say?: Say;
  /** Decap's template of the address of an entry on the site, without its first slash; none: no link to the page. */
  previewPath?: (collection: Collection<N>) => string | undefined;
}

/**
 * A declared collection → a folder collection of Decap: Markdown files with YAML front matter in `content/<name>/`.
 * @throws Error when it has no field `title`: lists, new file names and relations name an entry by it
 */
export function decapCollection<N extends string>(
  declared: Collection<N>,
  { say = (text) => text, previewPath }: DecapOptions<N> = {},
): DecapCollection<N> {
  const { name, label, labelSingular, description, fields, body, extensible = true } = declared;
  if (!('title' in fields)) throw new Error(`The collection « ${name} » has no field named title.`);
  const preview = previewPath?.(declared);
  return {
    name,
    label: say(label),
    label_singular: say(labelSingular),
    description: say(description),
    folder: `content/${name}`,
    extension: 'md',
    format: 'yaml-frontmatter',
    create: extensible,
    delete: extensible,
    identifier_field: 'title',
    slug: declared.slug ?? '{{title}}',
    summary: frenchSummary(declared),
    ...(preview !== undefined && { preview_path: preview }),
    sortable_fields: [...(declared.sortableFields ?? ['title'])],
    ...frenchViews(declared, say),
    fields: [
      ...decapFields(fields, say),
      {
        name: 'body',
        label: say(body.label),
        required: body.required,
        ...(body.hint && { hint: say(body.hint) }),
        ...richText(),
        pattern: lengthPattern(bodyLimit(declared), say),
      },
    ],
  };
}

const choicesOf = ({ fields }: Collection, field: string) => {
  const meta = fields[field] && metaOf(fields[field]);
  return meta?.kind === 'choice' ? meta.options : undefined;
};

/** Decap shows the stored value of a choice (« open »), not its label: such parts are left out of lists; days are written the French way. */
function frenchSummary(declared: Collection): string {
  const summary = declared.summary ?? '{{title}}';
  return summary.replace(/(?: — | \()?\{\{(\w+)\}\}\)?/g, (part, name: string) => {
    const field = declared.fields[name];
    const kind = field && metaOf(field).kind;
    if (kind === 'choice') return '';
    return kind === 'date' || kind === 'datetime' ? part.replace('}}', " | date('DD/MM/YYYY')}}") : part;
  });
}

/** For the same reason a grouping by a choice becomes one filter for each of its labels. */
function frenchViews(declared: Collection, say: Say) {
  const groups = declared.viewGroups ?? [];
  const byValue = groups.flatMap(({ label, field }) =>
    Object.entries(choicesOf(declared, field) ?? {}).map(([value, name]) => ({
      label: say(`${label} : ${name}`),
      field,
      pattern: `^${value}$`,
    })),
  );
  const fields = new Set(byValue.map(({ field }) => field));
  const filters = [...(declared.viewFilters ?? []).filter(({ field }) => !fields.has(field)), ...byValue];
  const groupings = groups.filter(({ field }) => !fields.has(field)).map((grouping) => ({ ...grouping }));
  return {
    ...(filters.length > 0 && { view_filters: filters }),
    ...(groupings.length > 0 && { view_groups: groupings }),
  };
}
