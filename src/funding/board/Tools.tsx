import { useState } from 'react';
import { troubleOf } from '#components/trouble.ts';
import { formatDate } from '#domain/date-words.ts';
import { dayInFrance, daysBetween } from '#domain/days.ts';
import { count } from '#domain/numbers.ts';
import { typeset } from '#domain/typography.ts';
import { download } from '#forms/download.ts';
import { FileButton } from '#forms/FileButton.tsx';
import { boardCalendar, boardCsv } from './files.ts';
import { saveBoard } from './save.ts';
import { TeamTools } from './team/TeamTools.tsx';
import { useTeam } from './team/use-team.ts';
import type { LiveBoard } from './use-board.ts';
import type { Followed } from './view.ts';
import { MAX_BOARD_FILE } from './write-file.ts';

interface Props {
  live: LiveBoard;
  cards: readonly Followed[];
  /** `YYYY-MM-DD`, in France. */
  today: string;
  tell: (words: string) => void;
}

const FAILED = {
  unreached:
    'Une partie de cette page n’est pas arrivée : vérifiez la connexion, puis réessayez. Le tableau n’a pas changé.',
  ours: 'Ce bouton est en panne, et votre connexion n’y est pour rien. Le tableau n’a pas changé : « Enregistrer le fichier » le garde. Essayez un navigateur plus récent, ou dites-le au réseau, dont l’adresse est en bas de page.',
} as const;

/** The file to keep and to hand to a team-mate, its way back, the table, the calendar, erasing. */
export function Tools({ live, cards, today, tell }: Props) {
  const team = useTeam(live);
  const [refused, setRefused] = useState<string>();
  const [erasing, setErasing] = useState(false);
  /** Runs what needs a part of the page that comes on demand. */
  const attempt = (what: () => Promise<string | undefined>) => {
    setRefused(undefined);
    // What an earlier gesture said is not the answer to this one.
    tell('');
    what().then(
      (words) => words !== undefined && tell(typeset(words)),
      (error: unknown) => setRefused(FAILED[troubleOf(error)]),
    );
  };
  const open = async (file: File) => {
    // The rules of the file weigh more than the rest of the board: they come when a file is opened.
    const { readBoardFile } = await import('./read-file.ts');
    const read = readBoardFile(new Uint8Array(await file.slice(0, MAX_BOARD_FILE + 1).arrayBuffer()));
    if ('refused' in read) {
      setRefused(read.refused);
      return undefined;
    }
    const changed = live.bringIn(read.board);
    return changed === 0
      ? 'Ce fichier ne contient rien de nouveau.'
      : `${count(changed, 'financement ajouté ou mis à jour', 'financements ajoutés ou mis à jour')}. Rien de ce que vous aviez écrit n’est perdu : « Annuler » revient en arrière.`;
  };
  const calendar = async () => {
    const text = await boardCalendar(cards, new Date());
    if (text === undefined) return 'Aucun jour à rappeler : donnez une date à une tâche ou à un dossier à déposer.';
    download('suivi-financements.ics', text, 'text/calendar;charset=utf-8');
    return 'Les rappels sont dans le fichier « suivi-financements.ics » : ouvrez-le avec votre agenda.';
  };
  const table = async () => {
    const text = await boardCsv(cards, dayInFrance(new Date()));
    download('suivi-financements.csv', text, 'text/csv;charset=utf-8');
    return 'Le tableau est enregistré dans le fichier « suivi-financements.csv ».';
  };
  const erase = async () => {
    setErasing(false);
    // The team’s folder would bring everything back.
    await team.leave();
    const done = await live.erase();
    return done
      ? 'Le tableau est effacé de ce navigateur.'
      : 'Ce navigateur n’a pas pu effacer le tableau : fermez les autres onglets du site, puis réessayez.';
  };
  return (
    <section className="tools" aria-label="Garder et partager">
      <div className="buttons">
        <button className="button quiet" type="button" onClick={() => tell(saveBoard(live))}>
          Enregistrer le fichier
        </button>
        <FileButton label="Réunir avec un fichier" onFile={(file) => attempt(() => open(file))} />
        <button className="button quiet" type="button" onClick={() => attempt(table)}>
          Tableau (CSV)
        </button>
        <button className="button quiet" type="button" onClick={() => attempt(calendar)}>
          Rappels pour mon agenda
        </button>
        <button className="button quiet" type="button" onClick={() => print()}>
          Imprimer
        </button>
        <button className="button quiet" type="button" onClick={() => setErasing(true)}>
          Tout effacer
        </button>
      </div>
      <TeamTools {...{ live, team, tell, attempt }} />
      {refused && (
        <p className="fault" role="alert">
          {typeset(refused)}
        </p>
      )}
      {erasing && (
        <div className="card asking" role="alert">
          <p>Effacer tout le tableau de ce navigateur&#8239;? Enregistrez d’abord le fichier si vous y tenez.</p>
          <div className="buttons">
            <button className="button" type="button" onClick={() => attempt(erase)}>
              Oui, tout effacer
            </button>
            <button className="button quiet" type="button" onClick={() => setErasing(false)}>
              Non, le garder
            </button>
          </div>
        </div>
      )}
      {cards.length > 0 && !live.refusal && <Safety live={live} today={today} />}
    </section>
  );
}

/** Safari clears what a site that is no longer visited keeps after as many days. */
const STALE_DAYS = 7;

/** When the file was last saved; a warning while the browser may clear the board and the file is old. */
function Safety({ live: { savedAt, persisted }, today }: Pick<Props, 'live' | 'today'>) {
  const savedOn = savedAt === undefined ? undefined : dayInFrance(new Date(savedAt));
  const isStale = savedOn === undefined || daysBetween(savedOn, today) >= STALE_DAYS;
  const saved =
    savedOn === undefined
      ? 'Ce tableau n’a encore jamais été enregistré dans un fichier.'
      : `Dernier fichier enregistré le ${formatDate(savedOn)}.`;
  if (persisted !== false) return <p className="soft">{saved}</p>;
  return (
    <p className={isStale ? 'warning' : 'soft'}>
      {saved} Ce navigateur peut effacer ce qu’il garde s’il manque de place, ou si vous n’y revenez pas pendant une
      semaine&nbsp;: le fichier, lui, reste.
    </p>
  );
}
