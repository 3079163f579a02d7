import { frontmatterYAML } from 'decap-cms-core/dist/esm/formats/frontmatter.js';
import type { Answers } from './answers.ts';

/**
 * The answers that a file gives to its form, read as Decap reads it.
 * @throws Error when its front matter is no YAML
 */
export const answersIn = (raw: string): Answers => frontmatterYAML().fromFile(raw);
