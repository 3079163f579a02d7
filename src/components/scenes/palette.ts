/**
 * The colours of the drawn scenes, by day and by the lamp of the evening: skins, hair and clothes stay who they are,
 * the ground and the sky darken, windows and doors light up.
 */
export const PALETTE = {
  // What a scene stands on.
  rose: ['#f8dcc8', '#4b2b20'],
  paille: ['#f7e5b9', '#47361b'],
  menthe: ['#dce9d2', '#2b3a27'],
  ciel: ['#d5e7ea', '#20323c'],
  // Light: a window sees the sky by day, a door lets out the lamp in the evening.
  lueur: ['#ffedbd', '#ffc65c'],
  vitre: ['#c3dfe2', '#f3b852'],
  verre: ['#cfe3e2', '#8fb0ad'],
  ombre: ['#00000018', '#00000055'],
  vapeur: ['#c8b596', '#cdb893'],
  // People.
  claire: ['#f2c9a5', '#e0ae84'],
  doree: ['#cb8f63', '#b87d52'],
  brune: ['#8a5637', '#85502f'],
  noir: ['#33251d', '#20150f'],
  chatain: ['#7a4a29', '#5f381d'],
  roux: ['#c0672c', '#a85521'],
  argent: ['#d9d2c6', '#b9ae9c'],
  // Cloths, vegetables, wood.
  tomate: ['#d4452c', '#c23f29'],
  carotte: ['#e5862b', '#d1751f'],
  miel: ['#ebb548', '#dba337'],
  feuille: ['#6b9b45', '#5c8a3b'],
  sapin: ['#2f6b3a', '#3d7d49'],
  bleu: ['#1f5f8b', '#34759f'],
  prune: ['#7b3550', '#8b4260'],
  bois: ['#b9783a', '#8f5826'],
  pin: ['#dca05c', '#b67a3d'],
  creme: ['#fffdf8', '#f0dfc2'],
  sable: ['#eedfc6', '#d3bd98'],
  metal: ['#8d8478', '#a89b89'],
} as const satisfies Readonly<Record<string, readonly [day: string, evening: string]>>;

export type Colour = keyof typeof PALETTE;
