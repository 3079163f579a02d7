import { useState } from 'react';
import { count } from '#domain/numbers.ts';
import { typeset } from '#domain/typography.ts';
import { dayInFrance } from '#domain/days.ts';
import { FileButton } from '#forms/FileButton.tsx';
import { download } from '#forms/download.ts';
import type { LiveBoard } from '../use-board.ts';
import { isLocked } from './closed.ts';
import { Passphrase, SHORTEST } from './Passphrase.tsx';
import { TeamNews } from './TeamNews.tsx';
import { CLOSED_WORDS } from './team-words.ts';
import type { Team } from './use-team.ts';

interface Props {
  live: LiveBoard;
  team: Team;
  tell: (words: string) => void;
  /** Runs what needs a part of the page that comes on demand, and tells what it answers. */
  attempt: (what: () => Promise<string | undefined>) => void;
}

/** One board for a team, in a folder that it shares already, sealed by a passphrase. */
export function TeamTools({ live, team: { team, canOpen, join, resume, retype, leave }, tell, attempt }: Props) {
  const [passphrase, setPassphrase] = useState('');
  const [short, setShort] = useState(false);
  /** Goes on with a passphrase that is long enough. */
  const sealing = (go: (words: string) => Promise<string | undefined>) => {
    const tooShort = passphrase.trim().length < SHORTEST;
    setShort(tooShort);
    if (!tooShort) attempt(() => go(passphrase));
  };
  const save = async (words: string) => {
    const [{ keyOf, newSalt, phraseOf, seal }, { writeBoardFile }] = await Promise.all([
      import('./seal.ts'),
      import('../write-file.ts'),
    ]);
    const now = new Date();
    const name = `suivi-${dayInFrance(now)}.equipe.json`;
    download(name, await seal(writeBoardFile(live.board, now).text, await keyOf(await phraseOf(words), newSalt())));
    live.saved();
    return `Le fichier chiffré « ${name} » est enregistré : seule la phrase l’ouvre.`;
  };
  const open = async (file: File, words: string) => {
    const [{ readSealedFile }, { keyring }, { phraseOf }] = await Promise.all([
      import('./folder.ts'),
      import('./keyring.ts'),
      import('./seal.ts'),
    ]);
    const read = await readSealedFile(file, keyring({ phrase: await phraseOf(words) }));
    if ('closed' in read) return `« ${file.name} » reste fermé : ${CLOSED_WORDS[read.closed]}. Rien n’a été repris.`;
    const changed = live.bringIn(read.board);
    return changed === 0
      ? 'Ce fichier ne contient rien de nouveau.'
      : `${count(changed, 'financement ajouté ou mis à jour', 'financements ajoutés ou mis à jour')}.`;
  };
  const enter = async (words: string) => {
    // A passphrase that is no longer asked for is not left in the page.
    if (await join(words)) setPassphrase('');
    return undefined;
  };
  const tryAgain = async (words: string) => {
    const opens = await retype(words);
    if (opens === undefined) return undefined;
    setPassphrase('');
    return opens
      ? 'Cette phrase est la bonne : ce navigateur s’en sert désormais, et votre fichier se ferme avec elle.'
      : 'Cette phrase n’ouvre pas non plus ce qui reste fermé : rien n’a changé. Comparez vos phrases avec la personne qui a écrit ce fichier.';
  };
  const quiet = (label: string, go: () => void) => (
    <button className="button quiet" type="button" onClick={go}>
      {label}
    </button>
  );
  const isIn = team.state !== 'none';
  const isWaiting = team.state === 'live' && (team.trouble === 'locked' || team.closed.some(isLocked));
  const field = { words: passphrase, short, onChange: setPassphrase };
  return (
    <details className="team" open={isIn || team.trouble ? true : undefined}>
      <summary>Un tableau pour toute l’équipe</summary>
      <p className="soft">
        Chaque tableau se lit et s’écrit dans un dossier que vous partagez déjà (Nextcloud, clé, disque de
        l’association…). Il y est chiffré&nbsp;: votre phrase l’ouvre, et elle ne part nulle part. Si l’équipe l’oublie,
        personne ne pourra ouvrir ces fichiers&nbsp;; ce tableau, lui, reste dans votre navigateur.
      </p>
      {canOpen && (
        <p className="soft">
          Une fois le dossier choisi, ce navigateur l’ouvre aussi, sans redemander la phrase. Sur un ordinateur que
          d’autres utilisent, «&nbsp;Quitter l’équipe&nbsp;» lui fait oublier le dossier et la phrase.
        </p>
      )}
      <TeamNews team={team} />
      {!isIn && <Passphrase {...field} label={<>La phrase de l’équipe, d’au moins {SHORTEST} signes</>} />}
      {isWaiting && <Passphrase {...field} label="La phrase de l’équipe, à retaper" />}
      <div className="buttons">
        {!isIn && canOpen && quiet('Choisir le dossier partagé', () => sealing(enter))}
        {isWaiting && quiet('Essayer cette phrase', () => sealing(tryAgain))}
        {(team.state === 'asleep' || (team.state === 'live' && team.trouble)) &&
          quiet(typeset(`Rouvrir le dossier « ${team.folder} »`), () => void resume())}
        {isIn && team.trouble && quiet('Choisir le dossier de nouveau', () => void join())}
        {!isIn && quiet('Enregistrer le fichier chiffré', () => sealing(save))}
        {!isIn && (
          <FileButton label="Réunir avec un fichier chiffré" onFile={(file) => sealing((words) => open(file, words))} />
        )}
        {isIn &&
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
