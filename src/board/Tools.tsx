import { useState } from 'react';
import { dayInFrance } from '../domain/clock.ts';
import { formatDate } from '../domain/french.ts';
import { count } from '../domain/numbers.ts';
import { typeset } from '../domain/typography.ts';
import { download } from '../forms/download.ts';

import { boardCalendar, boardCsv } from './files.ts';
import type { LiveBoard } from './use-board.ts';
import type { Followed } from './view.ts';
import { MAX_FILE, writeFile } from './write-file.ts';

interface Props {
  live: LiveBoard;
  cards: readonly Followed[];
  tell: (words: string) => void;
}

/** The file to keep and to hand to a team-mate, its way back, the calendar, undoing, erasing. */
export function Tools({ live, cards, tell }: Props) {
  const [refused, setRefused] = useState<string>();
  const [erasing, setErasing] = useState(false);
  const save = () => {
    const { name, text } = writeFile(live.board, new Date());
    download(name, text);
    live.saved();
    tell(`Le fichier « ${name} » est enregistré.`);
  };
  const open = async (file: File | undefined) => {
    if (!file) return;
    setRefused(undefined);
    // The rules of the file weigh more than the rest of the board: they come when a file is opened.
    const { readFile } = await import('./read-file.ts');
    const read = readFile(file.size > MAX_FILE ? '' : await file.text(), file.size);
    if ('refused' in read) {
      setRefused(read.refused);
      return;
    }
    const changed = live.bringIn(read.board);
    tell(
      changed === 0
        ? 'Ce fichier ne contient rien de nouveau.'
        : `${count(changed, 'financement ajouté ou mis à jour', 'financements ajoutés ou mis à jour')}. Rien de ce que vous aviez écrit n’est perdu : « Annuler » revient en arrière.`,
    );
  };
  const calendar = async () =>
    download('suivi-financements.ics', await boardCalendar(cards, new Date()), 'text/calendar;charset=utf-8');
  const table = async () =>
    download('suivi-financements.csv', await boardCsv(cards, dayInFrance(new Date())), 'text/csv;charset=utf-8');
  return (
    <section className="tools" aria-label="Garder et partager">
      <div className="buttons">
        <button className="button quiet" type="button" disabled={!live.canUndo} onClick={live.undo}>
          Annuler{live.canUndo && <span className="visually-hidden"> : {live.canUndo}</span>}
        </button>
        <button className="button quiet" type="button" disabled={!live.canRedo} onClick={live.redo}>
          Refaire{live.canRedo && <span className="visually-hidden"> : {live.canRedo}</span>}
        </button>
        <button className="button quiet" type="button" onClick={save}>
          Enregistrer le fichier
        </button>
        <label className="button quiet file">
          Réunir avec un fichier
          <input
            className="visually-hidden"
            type="file"
            accept=".json,application/json"
            onChange={({ target }) => {
              void open(target.files?.[0]);
              // The same file may be chosen again.
              target.value = '';
            }}
          />
        </label>
        <button className="button quiet" type="button" onClick={() => void table()}>
          Tableau (CSV)
        </button>
        <button className="button quiet" type="button" onClick={() => void calendar()}>
          Rappels pour mon agenda
        </button>
        <button className="button quiet" type="button" onClick={() => print()}>
          Imprimer
        </button>
        <button className="button quiet" type="button" onClick={() => setErasing(true)}>
          Tout effacer
        </button>
      </div>
      {refused && (
        <p className="fault" role="alert">
          {typeset(refused)}
        </p>
      )}
      {erasing && (
        <div className="card asking" role="alert">
          <p>Effacer tout le tableau de ce navigateur&#8239;? Enregistrez d’abord le fichier si vous y tenez.</p>
          <div className="buttons">
            <button
              className="button"
              type="button"
              onClick={() => {
                setErasing(false);
                void live.erase().then(() => tell('Le tableau est effacé de ce navigateur.'));
              }}
            >
              Oui, tout effacer
            </button>
            <button className="button quiet" type="button" onClick={() => setErasing(false)}>
              Non, le garder
            </button>
          </div>
        </div>
      )}
      <p className="soft">
        {live.savedAt === undefined
          ? 'Ce tableau n’a encore jamais été enregistré dans un fichier.'
          : `Dernier fichier enregistré le ${formatDate(dayInFrance(new Date(live.savedAt)))}.`}{' '}
        {live.persisted === false &&
          'Ce navigateur peut effacer ce qu’il garde s’il manque de place, ou après une longue absence : enregistrez le fichier de temps en temps.'}
      </p>
    </section>
  );
}
