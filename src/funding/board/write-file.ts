import type { Board } from './board.ts';

export const APP = 'petites-cantines-suivi';
export const VERSION = 1;

/** 20 MB: thousands of opportunities with their notes. */
export const MAX_BOARD_FILE = 20_000_000;

/** A board as a file: everything, with its stamps, so that it can be merged. */
export function writeBoardFile(board: Board, now: Date): { name: string; text: string } {
  const cards = Object.values(board).sort((a, b) => (a.id < b.id ? -1 : 1));
  const text = JSON.stringify({ app: APP, version: VERSION, exportedAt: now.toISOString(), cards }, null, 1);
  return { name: `suivi-financements-${now.toISOString().slice(0, 10)}.json`, text };
}
