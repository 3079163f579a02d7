import { embedPath, HEIGHT_MESSAGE, snippet } from './snippet.ts';

const COPIED = 'Copié\u202f! Collez-le dans le HTML de votre page.';
const BY_HAND = 'La copie n’a pas marché\u00a0: le code est sélectionné, copiez-le au clavier ou par appui long.';

/** The height that a message tells, when it is one of an embedded list. */
function heightIn(data: unknown): number | undefined {
  if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== HEIGHT_MESSAGE) return undefined;
  return 'height' in data && typeof data.height === 'number' ? data.height : undefined;
}

/** The behaviour of `<embed-maker>`: the choice of the form, in the code to copy and in the preview. */
export class EmbedMaker extends HTMLElement {
  connectedCallback(): void {
    const [form, code, frame] = [
      this.querySelector('form'),
      this.querySelector('textarea'),
      this.querySelector('iframe'),
    ];
    const status = this.querySelector('[role=status]');
    if (!form || !code || !frame || !status) return;
    form.addEventListener('input', () => {
      const fields = new FormData(form);
      const [territory, typed] = [fields.get('territory'), Number(fields.get('count'))];
      const count = Number.isInteger(typed) && typed >= 1 && typed <= 999 ? typed : undefined;
      const choice = {
        territory: typeof territory === 'string' ? territory : '',
        questions: [...form.querySelectorAll<HTMLInputElement>('fieldset input:checked')].map(({ name }) => name),
        count,
        title: fields.has('title'),
      };
      code.value = snippet(this.dataset['site'] ?? location.origin, choice);
      status.textContent = '';
      // Not through src, which would fill the history with previews.
      frame.contentWindow?.location.replace(embedPath(choice));
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      navigator.clipboard.writeText(code.value).then(
        () => {
          status.textContent = COPIED;
        },
        () => {
          code.select();
          status.textContent = BY_HAND;
        },
      );
    });
    addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
      const height = source === frame.contentWindow ? heightIn(data) : undefined;
      if (height !== undefined) frame.style.height = `${height}px`;
    });
  }
}
