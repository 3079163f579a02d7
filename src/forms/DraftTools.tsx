import { useState } from 'react';
import { typeset } from '#domain/typography.ts';
import { isEmpty, type FormAnswers } from './answers.ts';
import { download } from './download.ts';
import { MAX_ANSWERS_FILE, readAnswersFile, writeAnswersFile } from './exchange.ts';
import { FileButton } from './FileButton.tsx';
import type { FormSpec } from './spec.ts';
import type { LiveDraft } from './use-draft.ts';

interface Props {
  spec: FormSpec;
  live: LiveDraft;
  /** Says something aloud and on screen. */
  tell: (words: string) => void;
  /** Back to the first question, after the answers were replaced. */
  onReplaced: () => void;
}

/** The file to hand to a team-mate, its way back, printing, and erasing. */
export function DraftTools({ spec, live, tell, onReplaced }: Props) {
  const [asking, setAsking] = useState<'erase' | FormAnswers>();
  const [refused, setRefused] = useState<string>();
  const { answers } = live.draft;

  const save = () => {
    const { name, text } = writeAnswersFile(spec, answers);
    download(name, text);
    const tooBig = new Blob([text]).size > MAX_ANSWERS_FILE;
    tell(
      tooBig
        ? `Le fichier « ${name} » est enregistré, mais il dépasse 10 Mo : il ne pourra pas être rouvert ici. Raccourcissez la réponse la plus longue, puis enregistrez de nouveau.`
        : `Le fichier « ${name} » est enregistré. Il contient les noms et les e-mails de l’équipe : ne le donnez qu’à elle.`,
    );
  };
  const replace = (next: FormAnswers) => {
    live.change(() => next);
    setAsking(undefined);
    tell('Les réponses du fichier sont ici.');
    onReplaced();
  };
  const open = async (file: File) => {
    setRefused(undefined);
    const read = await readAnswersFile(spec, file);
    if ('refused' in read) setRefused(read.refused);
    else if (isEmpty(answers)) replace(read.answers);
    else setAsking(read.answers);
  };
  const erase = () => {
    const erased = live.erase();
    setAsking(undefined);
    tell(
      erased
        ? 'Tout est effacé de ce navigateur. Un fichier déjà enregistré reste où vous l’avez mis.'
        : 'Les réponses sont effacées de la page, mais le navigateur refuse de toucher à ce qu’il garde. Effacez les données de ce site dans ses réglages.',
    );
    onReplaced();
  };

  return (
    <section className="tools" aria-label="Le brouillon">
      <div className="buttons">
        <button className="button quiet" type="button" onClick={save}>
          Enregistrer le fichier
        </button>
        <FileButton label="Ouvrir un fichier" onFile={(file) => void open(file)} />
        <button className="button quiet" type="button" onClick={() => print()}>
          Imprimer
        </button>
        <button className="button quiet" type="button" onClick={() => setAsking('erase')}>
          Effacer mes données
        </button>
      </div>
      {refused && (
        <p className="fault" role="alert">
          {typeset(refused)}
        </p>
      )}
      {asking !== undefined && (
        <div className="card asking" role="alert">
          <p>
            {typeset(
              asking === 'erase'
                ? 'Effacer toutes vos réponses de ce navigateur ? On ne pourra pas revenir en arrière.'
                : 'Le fichier va remplacer ce que vous avez écrit ici. Enregistrez d’abord vos réponses si vous voulez les garder.',
            )}
          </p>
          <div className="buttons">
            <button className="button" type="button" onClick={() => (asking === 'erase' ? erase() : replace(asking))}>
              {asking === 'erase' ? 'Oui, tout effacer' : 'Remplacer'}
            </button>
            <button className="button quiet" type="button" onClick={() => setAsking(undefined)}>
              Non, garder mes réponses
            </button>
          </div>
        </div>
      )}
    </section>
  );
}
