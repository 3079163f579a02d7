import { useId, useState } from 'react';
import { formatDate } from '#domain/date-words.ts';
import { count } from '#domain/numbers.ts';
import { typeset } from '#domain/typography.ts';
import { dayInFrance } from '#domain/days.ts';
import { FileButton } from '#forms/FileButton.tsx';
import { download } from '#forms/download.ts';
import type { LiveBoard } from '../use-board.ts';
import { CLOSED_WORDS, TROUBLE_WORDS } from './team-words.ts';
import type { Team } from './use-team.ts';

interface Props {
  live: LiveBoard;
  team: Team;
  tell: (words: string) => void;
  /** Runs what needs a part of the page that comes on demand, and tells what it answers. */
  attempt: (what: () => Promise<string | undefined>) => void;
}

/** A passphrase that is shorter is guessed by a machine. */
const SHORTEST = 12;

/** One board for a team, in a folder that it shares already, sealed by a passphrase. */
export function TeamTools({ live, team: { team, canOpen, join, resume, leave }, tell, attempt }: Props) {
  const id = useId();
  const [passphrase, setPassphrase] = useState('');
  const [short, setShort] = useState(false);
  /** Goes on with a passphrase that is long enough. */
  const sealing = (go: (words: string) => Promise<string | undefined>) => {
    const tooShort = passphrase.trim().length < SHORTEST;
    setShort(tooShort);
    if (!tooShort) attempt(() => go(passphrase));
  };
  const save = async (words: string) => {
    const [{ keyOf, seal }, { writeBoardFile }] = await Promise.all([import('./seal.ts'), import('../write-file.ts')]);
    const now = new Date();
    const name = `suivi-${dayInFrance(now)}.equipe.json`;
    download(name, await seal(writeBoardFile(live.board, now).text, await keyOf(words)));
    live.saved();
    return `Le fichier chiffré « ${name} » est enregistré : seule la phrase l’ouvre.`;
  };
  const open = async (file: File, words: string) => {
    const { readSealedFile, withPassphrase } = await import('./folder.ts');
    const read = await readSealedFile(file, withPassphrase(words));
    if ('closed' in read) return `« ${file.name} » reste fermé : ${CLOSED_WORDS[read.closed]}. Rien n’a été repris.`;
    const changed = live.bringIn(read.board);
    return changed === 0
      ? 'Ce fichier ne contient rien de nouveau.'
      : `${count(changed, 'financement ajouté ou mis à jour', 'financements ajoutés ou mis à jour')}.`;
  };
  const quiet = (label: string, go: () => void) => (
    <button className="button quiet" type="button" onClick={go}>
      {label}
    </button>
  );
  const isIn = team.state === 'live' || team.state === 'asleep';
  return (
    <details className="team" open={team.state === 'none' ? undefined : true}>
      <summary>Un tableau pour toute l’équipe</summary>
      <p className="soft">
        Le tableau de chacun se lit et s’écrit dans un dossier que vous partagez déjà (Nextcloud, clé, disque de
        l’association…). Il y est chiffré&nbsp;: seule votre phrase l’ouvre, et elle ne quitte pas cette page. Si
        l’équipe l’oublie, personne ne pourra ouvrir ces fichiers&nbsp;; ce tableau, lui, reste dans votre navigateur.
      </p>
      {team.state === 'live' && (
        <p role="status">
          {typeset(`Dossier « ${team.folder} » : à jour`)}
          {team.at !== undefined && ` (${formatDate(dayInFrance(new Date(team.at)))})`}.
        </p>
      )}
      {team.state === 'live' && team.closed.length > 0 && (
        <ul className="warning">
          {team.closed.map(({ name, why }) => (
            <li key={name}>{typeset(`« ${name} » reste fermé : ${CLOSED_WORDS[why]}.`)}</li>
          ))}
        </ul>
      )}
      {team.state === 'trouble' && (
        <p className="fault" role="alert">
          {typeset(TROUBLE_WORDS[team.why])}
        </p>
      )}
      {!isIn && (
        <div className="passphrase">
          <label htmlFor={id}>La phrase de l’équipe, d’au moins {SHORTEST} signes</label>
          <input
            id={id}
            className="field"
            type="password"
            autoComplete="off"
            value={passphrase}
            aria-invalid={short || undefined}
            aria-describedby={short ? `${id}-short` : undefined}
            onChange={({ target }) => setPassphrase(target.value)}
          />
          {short && (
            <p className="fault" id={`${id}-short`} role="alert">
              {typeset(
                `Cette phrase a ${count(passphrase.trim().length, 'signe')} : il en faut au moins ${SHORTEST}. Quatre mots sans rapport, choisis ensemble, font une bonne phrase.`,
              )}
            </p>
          )}
        </div>
      )}
      <div className="buttons">
        {!isIn &&
          canOpen &&
          quiet('Choisir le dossier partagé', () => sealing((words) => join(words).then(() => undefined)))}
        {team.state === 'asleep' && quiet(typeset(`Rouvrir le dossier « ${team.folder} »`), () => void resume())}
        {!isIn && quiet('Enregistrer le fichier chiffré', () => sealing(save))}
        {!isIn && (
          <FileButton label="Réunir avec un fichier chiffré" onFile={(file) => sealing((words) => open(file, words))} />
        )}
        {team.state !== 'none' &&
          quiet('Quitter l’équipe', () => {
            void leave();
            tell(typeset('Ce navigateur a oublié le dossier et la phrase de l’équipe. Votre tableau reste là.'));
          })}
      </div>
      {!canOpen && (
        <p className="soft">
          Ce navigateur n’ouvre pas de dossier&nbsp;: passez-vous le fichier chiffré, et réunissez-le ici. Chrome, Edge
          et leurs cousins le font tout seuls.
        </p>
      )}
    </details>
  );
}
