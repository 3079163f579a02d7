import { frontmatterYAML } from 'decap-cms-core/dist/esm/formats/frontmatter.js';
import { collections, type CollectionName } from '#schemas/index.ts';
import type { Answers } from '../versions/answers.ts';

/** The text of an entry, written as Decap writes it: the fields in the order of the form, the text as `body`. */
export function fileOf(collection: CollectionName, answers: Answers): string {
  const order = [...Object.keys(collections[collection].fields), 'body'];
  const raw: string = frontmatterYAML().toFile({ body: '', ...answers }, order, {});
  return raw.endsWith('\n') ? raw : `${raw}\n`;
}
