import type { ContentFolders } from '#content/check/index.ts';
import { ofName } from '#domain/of-name.ts';
import { readMailContent } from './content.ts';
import type { Report } from './run.ts';
import { readAlertState } from './state.ts';
import { stopCode } from './stop.ts';

/** Whose is the code of a request to stop, for who receives it. */
export async function whoAsksToStop(
  code: string,
  { folders, statePath }: { folders: ContentFolders; statePath: string },
): Promise<Report> {
  const { stopKey } = readAlertState(statePath);
  const { content } = await readMailContent(folders);
  const asking = content?.recipients.find((each) => stopKey && stopCode(stopKey, each) === code.trim().toLowerCase());
  if (!asking) {
    return {
      failed: true,
      words:
        'Ce code n’est celui de personne qui reçoit des alertes à ce jour : il est mal copié, l’adresse a changé ou est déjà retirée, ou la mémoire des alertes (WATCH_STATE) n’est pas celle qui a servi à envoyer.',
    };
  }
  const file = asking.id === 'reseau' ? 'content/settings/site.md' : `content/${asking.id}.md`;
  return {
    failed: false,
    words: `Ce code est celui ${ofName(asking.name)}. Videz « Alertes de financement » dans ${file}.`,
  };
}
