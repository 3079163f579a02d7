import { resolve } from 'node:path';

/**
 * Where a command writes its messages in place of sending them; undefined when it sends them.
 * @throws Error in French when a folder is given without a trial
 */
export function trialFolderOf(
  values: { 'dry-run': boolean; dossier?: string | undefined },
  usual: string,
): string | undefined {
  if (values.dossier !== undefined && !values['dry-run'])
    throw new Error(
      '« --dossier » ne sert qu’avec « --dry-run » : sans lui, les messages partent pour de bon. Rien n’a été fait.',
    );
  return values['dry-run'] ? resolve(values.dossier ?? usual) : undefined;
}
