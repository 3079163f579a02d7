import { DOCX_TYPE } from '#documents/face.ts';
import { letterDocx } from '#documents/letter.ts';
import type { FormAnswers } from './answers.ts';
import { download } from './download.ts';
import { letterBlocks, type Stamp } from './letter.ts';
import type { FormSpec } from './spec.ts';

/** Gives the letter as a document for Word or LibreOffice. @returns the name of the file */
export function saveLetter(spec: FormSpec, answers: FormAnswers, stamp: Stamp | undefined): string {
  const name = `${spec.id}.docx`;
  download(name, letterDocx(spec.title, letterBlocks(spec, answers, stamp)), DOCX_TYPE);
  return name;
}
