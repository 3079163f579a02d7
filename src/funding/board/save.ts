import { typeset } from '#domain/typography.ts';
import { download } from '#forms/download.ts';
import type { LiveBoard } from './use-board.ts';
import { writeBoardFile } from './write-file.ts';

/** Gives the board as a file, and says so. */
export function saveBoard(live: Pick<LiveBoard, 'board' | 'saved'>): string {
  const { name, text } = writeBoardFile(live.board, new Date());
  download(name, text);
  live.saved();
  return typeset(`Le fichier « ${name} » est enregistré.`);
}
