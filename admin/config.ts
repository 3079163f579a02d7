import { entryPath } from '#content/routes.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import { metaOf, type Collection } from '#schemas/kit/index.ts';
import type { Backend } from './backend.ts';
import { typeset } from '#domain/typography.ts';
import { decapFields, RICH_TEXT, type DecapField } from './fields.ts';

interface DecapCollection {
  name: CollectionName;
  label: string;
  label_singular: string;
  description: string;
  folder: string;
  fields: DecapField[];
  [option: string]: unknown;
}

interface CmsConfig {
  backend: Backend;
  collections: DecapCollection[];
  [option: string]: unknown;
}

export interface CmsSettings {
  backend: Backend;
  /** Absolute address of the site, without a final slash. */
  siteUrl: string;
}

/** The whole Decap configuration, derived from the declared collections. */
export function cmsConfig({ backend, siteUrl }: CmsSettings): CmsConfig {
  return {
    // Another config.yml would be merged in, and every collection doubled.
    load_config_file: false,
    backend,
    locale: 'fr',
    site_url: siteUrl,
    logo: { src: '/icon.svg', show_in_header: true },
    publish_mode: 'simple',
    media_folder: 'public/uploads',
    public_folder: '/uploads',
    slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' },
    editor: { preview: false, notes: false },
    collections: Object.values(collections).map((declared) => decapCollection(declared)),
  };
}

function decapCollection(declared: Collection<CollectionName>): DecapCollection {
  const { name, label, labelSingular, description, fields, body, extensible = true } = declared;
  return {
    name,
    label,
    label_singular: labelSingular,
    description: typeset(description),
    folder: `content/${name}`,
    extension: 'md',
    format: 'yaml-frontmatter',
    create: extensible,
    delete: extensible,
    identifier_field: 'title',
    slug: declared.slug ?? '{{title}}',
    summary: frenchSummary(declared),
    // Decap fills one template for a whole collection: fixed pages and settings lead to the home page.
    ...(extensible && { preview_path: entryPath(name, '{{slug}}').slice(1) }),
    sortable_fields: [...(declared.sortableFields ?? ['title'])],
    ...frenchViews(declared),
    fields: [
      ...decapFields(fields),
      {
        name: 'body',
        label: body.label,
        required: body.required,
        ...(body.hint && { hint: typeset(body.hint) }),
        ...RICH_TEXT,
        buttons: [...RICH_TEXT.buttons],
      },
    ],
  };
}

const choicesOf = ({ fields }: Collection, field: string) => {
  const meta = fields[field] && metaOf(fields[field]);
  return meta?.kind === 'choice' ? meta.options : undefined;
};

/**
 * Decap shows the stored value of a choice (« open »), not its label: such parts are left out of lists; days are
 * written the French way.
 */
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
function frenchViews(declared: Collection) {
  const groups = declared.viewGroups ?? [];
  const byValue = groups.flatMap(({ label, field }) =>
    Object.entries(choicesOf(declared, field) ?? {}).map(([value, name]) => ({
      label: typeset(`${label} : ${name}`),
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
