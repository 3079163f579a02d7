import { SiteElement } from '#components/site-element.ts';
import { embedPath, HEIGHT_MESSAGE, snippet } from './snippet.ts';

const COPIED = 'Copié\u202f! Collez-le dans le HTML de votre page.';
const BY_HAND = 'La copie n’a pas marché\u00a0: le code est sélectionné, copiez-le au clavier ou par appui long.';

/** The height that a message tells, when it is one of an embedded list. */
function heightIn(data: unknown): number | undefined {
  if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== HEIGHT_MESSAGE) return undefined;
  return 'height' in data && typeof data.height === 'number' ? data.height : undefined;
}

/** The behaviour of `<embed-maker>`: the choice of the form, in the code to copy and in the preview. */
class EmbedMaker extends SiteElement {
  connectedCallback(): void {
    const form = this.one('form', HTMLFormElement);
    const code = this.one('textarea', HTMLTextAreaElement);
    const frame = this.one('iframe', HTMLIFrameElement);
    const status = this.one('[role=status]');
    this.listen(form, 'input', () => {
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
    this.listen(form, 'submit', (event) => {
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
    this.listen(window, 'message', ({ source, data }) => {
      const height = source === frame.contentWindow ? heightIn(data) : undefined;
      if (height !== undefined) frame.style.height = `${height}px`;
    });
  }
}

customElements.define('embed-maker', EmbedMaker);
