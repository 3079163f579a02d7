import { typeset } from '#domain/typography.ts';
import { tell } from '../dialog.ts';
import { sendToLibrary, toast, uploadedNames, uploadInput } from './library.ts';
import { prepared } from './prepare.ts';

/** The choices that are handed to Decap. */
const handed = new WeakSet<Event>();

/** Reads what an editor chooses before Decap does: refuses at once what the site would, makes pictures small. */
export function prepareChoices(): void {
  document.addEventListener(
    'change',
    (event) => {
      const { target } = event;
      if (!(target instanceof HTMLInputElement) || target.type !== 'file' || handed.has(event)) return;
      // What a dialogue of ours asks for is read there, and uploaded nowhere.
      if (target.closest('.cms-dialog')) return;
      event.stopImmediatePropagation();
      if (target.files?.length) void choose(target, [...target.files]);
    },
    { capture: true },
  );
  // A file that is dropped beside a field would replace the CMS in its window.
  for (const name of ['dragover', 'drop'] as const) document.addEventListener(name, takeDrop);
}

async function choose(input: HTMLInputElement, files: readonly File[]): Promise<void> {
  const imagesOnly = input.accept.startsWith('image/');
  const chosen = new DataTransfer();
  for (const file of files) {
    const given = await prepared(file, imagesOnly, uploadedNames());
    if ('refusal' in given) {
      await tell({ title: typeset(`« ${file.name} » n’a pas été ajouté.`), paragraphs: given.refusal });
      continue;
    }
    chosen.items.add(given.file);
    if (given.renamed)
      toast(typeset(`Un fichier du même nom existe déjà : le vôtre s’appelle « ${given.file.name} ».`));
  }
  input.files = chosen.files;
  if (chosen.files.length === 0) return;
  const event = new Event('change', { bubbles: true });
  handed.add(event);
  input.dispatchEvent(event);
}

function takeDrop(event: DragEvent): void {
  if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  if (event.type !== 'drop') return;
  const files = [...event.dataTransfer.files];
  if (uploadInput()) void sendToLibrary(files);
  else {
    void tell({
      title: typeset('Rien n’a été ajouté.'),
      paragraphs: [
        typeset('Une image ou un document s’ajoute dans son champ : « Choisir une image » ou « Choisir un fichier ».'),
      ],
    });
  }
}
