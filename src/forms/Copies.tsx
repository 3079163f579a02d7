import { useState } from 'react';
import { troubleOf } from '#components/trouble.ts';
import { typeset } from '#domain/typography.ts';
import type { FormAnswers } from './answers.ts';
import { download } from './download.ts';
import { writeAnswersFile } from './exchange.ts';
import type { Stamp } from './letter.ts';
import type { FormSpec } from './spec.ts';

interface Props {
  spec: FormSpec;
  answers: FormAnswers;
  /** Of what was sent, or tried. */
  stamp?: Stamp | undefined;
}

const FAILED = {
  unreached: 'Ce qui écrit la lettre n’est pas arrivé : vérifiez la connexion, puis réessayez.',
  ours: 'La lettre ne s’écrit pas dans ce navigateur.',
} as const;

/**
 * Gives the letter; what writes it comes when it is asked for.
 * @returns the sentence that tells what became of it
 */
export async function takeLetter(spec: FormSpec, answers: FormAnswers, stamp?: Stamp): Promise<string> {
  try {
    const { saveLetter } = await import('./letter-file.ts');
    return `La lettre « ${saveLetter(spec, answers, stamp)} » est enregistrée.`;
  } catch (error) {
    return `${FAILED[troubleOf(error)]} « Imprimer » donne la même lettre, sur papier ou en PDF.`;
  }
}

/** A copy to keep, or to send otherwise: the letter to read, the file that opens again here, a print. */
export function Copies({ spec, answers, stamp }: Props) {
  const [words, setWords] = useState('');
  const keepFile = () => {
    const { name, text } = writeAnswersFile(spec, answers);
    download(name, text);
    setWords(`Le fichier « ${name} » est enregistré : il se rouvre sur cette page.`);
  };
  return (
    <>
      <div className="buttons">
        <button
          className="button quiet"
          type="button"
          onClick={() => void takeLetter(spec, answers, stamp).then(setWords)}
        >
          La lettre (.docx)
        </button>
        <button className="button quiet" type="button" onClick={keepFile}>
          Le fichier (.json)
        </button>
        <button className="button quiet" type="button" onClick={() => print()}>
          Imprimer, ou PDF
        </button>
      </div>
      <p role="status">{typeset(words)}</p>
    </>
  );
}
