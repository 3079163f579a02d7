import type { Someone } from './people.ts';

/** Those who live in the scenes: the same faces come back from page to page. */
export const awa: Someone = { skin: 'brune', cut: 'boucles', hair: 'noir', top: 'miel' };
export const lucette: Someone = { skin: 'claire', cut: 'chignon', hair: 'argent', top: 'prune' };
export const sami: Someone = { skin: 'doree', cut: 'barbe', hair: 'noir', top: 'bleu' };
export const nour: Someone = { skin: 'doree', cut: 'voile', hair: 'sapin', top: 'carotte' };
export const leo: Someone = { skin: 'claire', cut: 'court', hair: 'roux', top: 'sapin' };
export const mia: Someone = { skin: 'brune', cut: 'couettes', hair: 'noir', top: 'tomate' };
export const jean: Someone = { skin: 'brune', cut: 'chauve', hair: 'argent', top: 'sapin' };
export const lin: Someone = { skin: 'claire', cut: 'long', hair: 'noir', top: 'tomate' };
