import type { ContentFolders } from '#content/check/index.ts';
import { ofName } from '#domain/of-name.ts';
import { readMailContent } from './content.ts';
import type { Report } from '../mail/job.ts';
import { readState } from '../mail/state.ts';
import { stopCode } from '../mail/stop.ts';
import { fileOf } from '../mail/summary.ts';
import { ALERT_STATE } from './state.ts';

/** Whose is the code of a request to stop, for who receives it. */
export async function whoAsksToStop(
  code: string,
  { folders, statePath }: { folders: ContentFolders; statePath: string },
): Promise<Report> {
  const { stopKey } = readState(statePath, ALERT_STATE);
  const { content } = await readMailContent(folders);
  const asking = content?.recipients.find((each) => stopKey && stopCode(stopKey, each) === code.trim().toLowerCase());
  if (!asking) {
    return {
      failed: true,
      words:
        'Ce code n’est celui de personne qui reçoit des alertes à ce jour : il est mal copié, l’adresse a changé ou est déjà retirée, ou la mémoire des alertes (WATCH_STATE) n’est pas celle qui a servi à envoyer.',
    };
  }
  return {
    failed: false,
    words: `Ce code est celui ${ofName(asking.name)}. Videz « Alertes de financement » dans ${fileOf(asking)}.`,
  };
}
