import type CMS from 'decap-cms-app';

type Decap = typeof CMS;

/** What is used of a component that Decap offers inside a text. */
interface Component {
  label: string;
}

/** How a text is written in the rich text box, beyond the buttons that the field kit asks for. */
export function registerTexts(cms: Decap): void {
  // Decap writes lists with `*`: every list of a text that was written by hand would change with its first save.
  const settings: Record<string, unknown> = { bullet: '-' };
  cms.registerRemarkPlugin({ settings });
  const components = cms.getEditorComponents() as unknown as ReadonlyMap<string, Component & Record<string, unknown>>;
  const image = components.get('image');
  if (image) {
    cms.registerEditorComponent({
      ...image,
      fields: [
        { label: 'Image', name: 'image', widget: 'image', choose_url: false, media_library: { allow_multiple: false } },
        {
          label: 'Ce que montre l’image',
          name: 'alt',
          widget: 'string',
          hint: 'Lu à la place de l’image à qui ne la voit pas.',
        },
        {
          label: 'Bulle',
          name: 'title',
          widget: 'string',
          required: false,
          hint: 'Paraît au survol de la souris ; laissez vide le plus souvent.',
        },
      ],
    } as never);
  }
  // Registering a second block of code would warn in the console.
  const code = components.get('code-block');
  if (code) code.label = 'Code';
}
