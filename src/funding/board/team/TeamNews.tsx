import { formatDate } from '#domain/date-words.ts';
import { dayInFrance } from '#domain/days.ts';
import { typeset } from '#domain/typography.ts';
import type { TeamTrouble } from './access.ts';
import { CLOSED_WORDS, TROUBLE_WORDS } from './team-words.ts';
import type { TeamState } from './use-team.ts';

/** What only a gesture of the person ends. */
const AWAITS: ReadonlySet<TeamTrouble> = new Set(['asks', 'locked']);

/** What became of the folder of the team at its last reading. */
export function TeamNews({ team }: { team: TeamState }) {
  return (
    <>
      {team.state === 'live' && !team.trouble && (
        <p role="status">
          {typeset(`Dossier « ${team.folder} » : à jour`)}
          {team.at !== undefined && ` (${formatDate(dayInFrance(new Date(team.at)))})`}.
        </p>
      )}
      {team.trouble && (
        <p className="fault" role="alert">
          {typeset(TROUBLE_WORDS[team.trouble])}
          {team.state === 'live' && !AWAITS.has(team.trouble) && ' Cette page réessaie d’elle-même chaque minute.'}
        </p>
      )}
      {team.state === 'live' && team.closed.length > 0 && (
        <ul className="warning">
          {team.closed.map(({ name, why }) => (
            <li key={name}>{typeset(`« ${name} » reste fermé : ${CLOSED_WORDS[why]}.`)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
