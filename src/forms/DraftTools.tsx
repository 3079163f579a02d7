import { useState } from 'react';
import { typeset } from '#domain/typography.ts';
import { download } from './download.ts';
import { MAX_ANSWERS_FILE, readAnswersFile, writeAnswersFile } from './exchange.ts';
import { FileButton } from './FileButton.tsx';
import { mergeAnswers, settle, type Choice, type Merge } from './merge.ts';
import { MergePanel } from './MergePanel.tsx';
import { Reunion, type Reunited } from './Reunion.tsx';
import type { FormAnswers } from './answers.ts';
import type { FormSpec } from './spec.ts';
import type { LiveDraft } from './use-draft.ts';

interface Props {
  spec: FormSpec;
  live: LiveDraft;
  /** Says something aloud and on screen. */
  tell: (words: string) => void;
  /** Back to the first question, after the answers were erased. */
  onErased: () => void;
}

/** A file that was opened, and what is to be chosen between it and the answers of the page. */
interface Asked {
  name: string;
  theirs: FormAnswers;
  merge: Merge;
}

/** The file to hand to a team-mate, putting it together with theirs, printing, and erasing. */
export function DraftTools({ spec, live, tell, onErased }: Props) {
  const [erasing, setErasing] = useState(false);
  const [refused, setRefused] = useState<string>();
  const [asked, setAsked] = useState<Asked>();
  const [reunited, setReunited] = useState<Reunited>();
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
  const reunite = ({ name, theirs, merge: shown }: Asked, choices: readonly Choice[]) => {
    const settled = settle(spec, { mine: answers, theirs }, shown, choices);
    if ('refused' in settled) {
      setAsked(undefined);
      setRefused(settled.refused);
      return;
    }
    const { merge, answers: whole } = settled;
    if (!whole) {
      setAsked({ name, theirs, merge });
      tell('Vous avez écrit depuis que ce fichier est ouvert : ce qui reste à choisir a changé.');
      return;
    }
    live.change(() => whole);
    setAsked(undefined);
    setReunited({ name, merge, before: answers });
    tell('');
  };
  const open = async (file: File) => {
    setRefused(undefined);
    setAsked(undefined);
    setReunited(undefined);
    const read = await readAnswersFile(spec, file);
    const merge = 'refused' in read ? read : mergeAnswers(spec, answers, read.answers);
    if ('refused' in merge) setRefused(merge.refused);
    else if ('answers' in read) {
      const opened = { name: file.name, theirs: read.answers, merge };
      if (merge.conflicts.length === 0) reunite(opened, []);
      else setAsked(opened);
    }
  };
  const erase = () => {
    const erased = live.erase();
    setErasing(false);
    setReunited(undefined);
    tell(
      erased
        ? 'Tout est effacé de ce navigateur. Un fichier déjà enregistré reste où vous l’avez mis.'
        : 'Les réponses sont effacées de la page, mais le navigateur refuse de toucher à ce qu’il garde. Effacez les données de ce site dans ses réglages.',
    );
    onErased();
  };

  return (
    <section className="tools" aria-label="Le brouillon">
      <div className="buttons">
        <button className="button quiet" type="button" onClick={save}>
          Enregistrer le fichier
        </button>
        <FileButton label="Réunir avec un fichier" onFile={(file) => void open(file)} />
        <button className="button quiet" type="button" onClick={() => print()}>
          Imprimer
        </button>
        <button className="button quiet" type="button" onClick={() => setErasing(true)}>
          Effacer mes données
        </button>
      </div>
      {refused && (
        <p className="fault" role="alert">
          {typeset(refused)}
        </p>
      )}
      {asked && (
        <MergePanel
          // Other questions, other choices.
          key={JSON.stringify(asked.merge.conflicts)}
          name={asked.name}
          merge={asked.merge}
          onDone={(choices) => reunite(asked, choices)}
          onCancel={() => setAsked(undefined)}
        />
      )}
      {reunited && <Reunion reunited={reunited} live={live} />}
      {erasing && <Erasing onErase={erase} onKeep={() => setErasing(false)} />}
    </section>
  );
}

const Erasing = ({ onErase, onKeep }: { onErase: () => void; onKeep: () => void }) => (
  <div className="card asking" role="alert">
    <p>{typeset('Effacer toutes vos réponses de ce navigateur ? On ne pourra pas revenir en arrière.')}</p>
    <div className="buttons">
      <button className="button" type="button" onClick={onErase}>
        Oui, tout effacer
      </button>
      <button className="button quiet" type="button" onClick={onKeep}>
        Non, garder mes réponses
      </button>
    </div>
  </div>
);
