/**
 * Holds every import of the site to the rules of its rooms (dependency-cruiser.config.ts), and the diagram of
 * docs/architecture.md to what it draws; with `--draw`, draws it anew.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './support/folders.ts';
import { readImports, tellViolations } from './support/imports.ts';
import { drawRooms, roomGraph, withDrawing } from './support/rooms.ts';

const PAGE = join(projectRoot, 'docs/architecture.md');

const imports = await readImports(projectRoot, join(projectRoot, '.cache/rooms'));
const told = tellViolations(imports);
if (told.length === 0) {
  const page = await readFile(PAGE, 'utf8');
  const drawn = withDrawing(page, drawRooms(roomGraph(imports)));
  if (process.argv.includes('--draw')) await writeFile(PAGE, drawn);
  else if (drawn !== page)
    told.push('docs/architecture.md draws other rooms than those of today.\n  to do: npm run draw:rooms');
}
console.log([...told, `${imports.modules.length} modules read, ${told.length} to correct`].join('\n\n'));
process.exitCode = told.length > 0 ? 1 : 0;
