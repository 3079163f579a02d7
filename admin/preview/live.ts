import { said } from '#domain/said.ts';
import type { AddedFile, Draft } from '../versions/open-form.ts';
import { PREVIEW_API, type PreviewAnswer } from './address.ts';
import type { Shown } from './shown.ts';

/** Names this tab to the server: another has another draft. */
const key = crypto.randomUUID();

/** The page that the development server makes of the form. */
export async function showLive({ collection, slug, data, files }: Draft): Promise<Shown> {
  const answer = await fetch(PREVIEW_API, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ key, collection, slug, data: said(data) ?? {} }),
  });
  if (!answer.ok) throw new Error(`${PREVIEW_API}: ${answer.status}`);
  const { path, problems } = (await answer.json()) as PreviewAnswer;
  const waiting =
    problems === undefined ? [] : ['La page reste à ce qu’elle était. À compléter ou à corriger :', problems];
  return { fresh: true, words: waiting, ...(path !== undefined && { path }), lay: (page) => showAdded(page, files) };
}

/** The address of each in this tab. */
const added = new WeakMap<File, string>();

/** Photos that are not uploaded yet, in a text. */
function showAdded(page: Document, files: readonly AddedFile[]): void {
  for (const { path, file } of files) {
    if (!file) continue;
    const here = added.get(file) ?? URL.createObjectURL(file);
    added.set(file, here);
    const address = path.replace(/^public/, '');
    for (const image of page.querySelectorAll('img'))
      if (decodeURI(new URL(image.src).pathname) === address) image.src = here;
  }
}
