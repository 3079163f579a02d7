import { createHash } from 'node:crypto';
import { PLACE_KEY } from './kept-place.ts';

/**
 * Run where it stands in <next-meal-near>, before the page is first seen: what a kept place answers has its room from
 * the start, instead of moving the page once it is known.
 */
export const SHOWN = `try{if(localStorage.getItem('${PLACE_KEY}'))document.currentScript.parentElement.dataset.kept=''}catch{}`;

/** Its hash, for the content security policy of the page. */
export const SHOWN_HASH = `sha256-${createHash('sha256').update(SHOWN).digest('base64')}` as const;
