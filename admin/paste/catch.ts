import { typeset } from '#domain/typography.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import { bodyLimit } from '#schemas/kit/index.ts';
import { tell } from '../dialog.ts';
import { cleanPaste } from './clean.ts';
import { tellImages } from './images.ts';

/** The rich text of Decap's forms. */
const EDITOR = '[data-slate-editor]';

/** What this editor gives of its own texts, which it takes back as it is. */
const FRAGMENT = 'application/x-slate-fragment';

/** The last piece that was copied or dragged from a text of this page. */
let ownPiece = '';

/**
 * Cleans what is pasted or dropped into a text of the form, before Decap reads it: an image would break its form, and
 * the looks of a page would come along. https://github.com/decaporg/decap-cms/issues/7585
 */
export function cleanPastes(origin: string): void {
  for (const name of ['copy', 'cut', 'dragstart'] as const) document.addEventListener(name, rememberPiece);
  document.addEventListener(
    'paste',
    (event) => {
      if (!event.isTrusted) return;
      // Safari hears `paste` and the others `beforeinput`: both read this one.
      const send = (data: DataTransfer) =>
        new InputEvent('beforeinput', { ...SENT, inputType: 'insertFromPaste', dataTransfer: data });
      take(event, event.clipboardData, origin, send);
    },
    { capture: true },
  );
  document.addEventListener(
    'drop',
    (event) => {
      if (!event.isTrusted) return;
      const { clientX, clientY } = event;
      take(
        event,
        event.dataTransfer,
        origin,
        (dataTransfer) => new DragEvent('drop', { ...SENT, clientX, clientY, dataTransfer }),
      );
    },
    { capture: true },
  );
}

const SENT = { bubbles: true, cancelable: true, composed: true };

function rememberPiece(event: ClipboardEvent | DragEvent): void {
  const data = event instanceof DragEvent ? event.dataTransfer : event.clipboardData;
  ownPiece = data?.getData(FRAGMENT) ?? '';
}

/** Stops an event on a text of the form, and sends it again with what a text takes. */
function take(event: Event, data: DataTransfer | null, origin: string, send: (data: DataTransfer) => Event): void {
  const editor = event.target instanceof Node ? editorOf(event.target) : null;
  if (!editor || !data) return;
  const html = data.getData('text/html');
  const plain = data.getData('text/plain');
  const own = data.getData(FRAGMENT);
  const pictures = [...data.files].filter(({ type }) => type.startsWith('image/'));
  if (html === '' && pictures.length === 0 && plain.length <= limit()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const sent = new DataTransfer();
  if (own !== '' && own === ownPiece) {
    sent.setData(FRAGMENT, own);
  } else {
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    const cleaned = cleanPaste(body, origin);
    if (Math.max(cleaned.length, html === '' ? plain.length : 0) > limit()) {
      void tell(tooLong(Math.max(cleaned.length, plain.length)));
      return;
    }
    // A spreadsheet gives a picture of its cells along with them.
    tellImages(cleaned.images, cleaned.length > 0 || plain !== '' ? [] : pictures);
    if (cleaned.html !== '') sent.setData('text/html', cleaned.html);
    else if (plain !== '' && cleaned.images.length === 0) sent.setData('text/plain', plain);
    else return;
  }
  editor.dispatchEvent(send(sent));
}

const editorOf = (target: Node): Element | null =>
  (target instanceof Element ? target : target.parentElement)?.closest(EDITOR) ?? null;

/** The most signs of the text that is being written. */
function limit(): number {
  const [, name = ''] = /^#\/collections\/([\w-]+)\//.exec(location.hash) ?? [];
  return bodyLimit(collections[Object.hasOwn(collections, name) ? (name as CollectionName) : 'pages']);
}

const NUMBER = new Intl.NumberFormat('fr-FR');

const tooLong = (length: number) => ({
  title: typeset('Ce texte est trop long : rien n’a été collé.'),
  paragraphs: [
    typeset(
      `Il fait ${NUMBER.format(length)} signes, et un texte du site en compte ${NUMBER.format(limit())} au plus. Il est toujours dans le presse-papiers.`,
    ),
    typeset('Collez-le par morceaux dans plusieurs fiches, ou joignez le document entier.'),
  ],
});
