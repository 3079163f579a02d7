import type { SceneName } from '#schemas/parts.ts';

const plate = '<circle cx="90" cy="62" r="40" fill="#fffdf8" stroke="#d8c8ae" stroke-width="3"/>';

/** What each scene is drawn with, in a box of 180 × 120. */
export const drawings: Readonly<Record<SceneName, string>> = {
  porte: plate,
  marche: plate,
  planche: plate,
  mains: plate,
  table: plate,
  assiette: plate,
  tirelire: plate,
  vaisselle: plate,
  enfants: plate,
  reunion: plate,
  cantine: plate,
  livre: plate,
  voix: plate,
  toque: plate,
  graine: plate,
  carte: plate,
};
