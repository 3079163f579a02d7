import { isRecord, readAnswers, type FormAnswers } from './answers.ts';
import type { FormSpec } from './spec.ts';

/** The largest file that is opened, in bytes. */
export const MAX_ANSWERS_FILE = 10_000_000;

/** What the file of the answers holds. */
export const answersFileOf = (spec: FormSpec, { people, texts }: FormAnswers) => ({
  form: spec.id,
  version: spec.version,
  people,
  texts,
});

/** The file that team-mates hand to each other. */
export const writeAnswersFile = (spec: FormSpec, answers: FormAnswers): { name: string; text: string } => ({
  name: `${spec.id}.json`,
  text: `${JSON.stringify(answersFileOf(spec, answers), null, 2)}\n`,
});

/** The answers of a file, or the sentence that tells why it cannot be opened. */
export type FileRead = { answers: FormAnswers } | { refused: string };

export async function readAnswersFile(
  spec: FormSpec,
  file: Pick<Blob, 'size' | 'text'> & { name: string },
): Promise<FileRead> {
  const about = `Le fichier « ${file.name} »`;
  if (file.size > MAX_ANSWERS_FILE) {
    return refuse(`${about} pèse ${Math.ceil(file.size / 1e6)} Mo : au-delà de 10 Mo, il n’est pas ouvert.`);
  }
  let text: string;
  try {
    text = await file.text();
  } catch {
    return refuse(`${about} ne se laisse pas lire. Choisissez-le de nouveau, ou copiez-le sur cet appareil.`);
  }
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return refuse(`${about} n’est pas un fichier enregistré depuis cette page : choisissez celui qui finit par .json.`);
  }
  if (!isRecord(data) || data['form'] !== spec.id) {
    return refuse(`${about} ne contient pas ${spec.named} : choisissez le fichier enregistré depuis cette page.`);
  }
  if (data['version'] !== spec.version) {
    return refuse(
      `${about} vient d’une autre version de cette page. Demandez à qui vous l’a donné de l’enregistrer de nouveau.`,
    );
  }
  const answers = readAnswers(spec, data);
  if (!answers) return refuse(`${about} a été modifié ou abîmé : ses réponses ne correspondent pas aux questions.`);
  return { answers };
}

const refuse = (reason: string): FileRead => ({ refused: `${reason} Vos réponses n’ont pas changé.` });
