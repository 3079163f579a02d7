import { slugOf } from '#domain/slug.ts';
import { typeset } from '#domain/typography.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import { askForm, typedIn } from '../dialog.ts';
import { choice, element, field } from '../elements.ts';
import type { Answers } from '../versions/answers.ts';
import { NotWritten, type Entries } from './entries.ts';
import { quickAnswers, quickFields, type QuickField } from './quick.ts';

/** An entry that was made from within another form. */
export interface Created {
  slug: string;
  title: string;
  answers: Answers;
}

/** Asks what an entry cannot do without, and makes it; undefined when it is left. */
export async function createEntry(entries: Entries, collection: CollectionName): Promise<Created | undefined> {
  const fields = quickFields(collection);
  if (!fields) return undefined;
  const { labelSingular } = collections[collection];
  let created: Created | undefined;
  await askForm({
    title: typeset(`Créer : ${labelSingular.toLowerCase()}`),
    content: fields.map((asked, index) => control(asked, nameOf(index))),
    accept: 'Créer',
    send: async (form) => {
      const answers = quickAnswers(
        fields,
        fields.map((_, index) => typedIn(form, nameOf(index))),
      );
      const title = String(answers['title']);
      const slug = slugOf(title);
      if (slug === '') throw new NotWritten('Écrivez un nom avec au moins une lettre ou un chiffre.');
      await entries.create([{ collection, slug, answers }], `Ajoute ${labelSingular.toLowerCase()} : ${slug}`);
      created = { slug, title, answers };
    },
  });
  return created;
}

const nameOf = (index: number): string => `champ-${index}`;

function control({ meta }: QuickField, name: string): HTMLElement {
  if (meta.kind === 'choice') {
    const select = choice(name, [['', 'Choisissez…'], ...Object.entries(meta.options)]);
    select.required = true;
    return hinted(field(meta.label, select), meta.hint);
  }
  const input = meta.shape === 'line' ? element('input', '') : element('textarea', '');
  Object.assign(input, { name, required: true, maxLength: meta.maxLength, autocomplete: 'off' });
  return hinted(field(meta.label, input), meta.hint);
}

const hinted = (label: HTMLElement, hint: string | undefined): HTMLElement =>
  hint === undefined ? label : element('div', '', label, element('span', 'cms-hint', typeset(hint)));
