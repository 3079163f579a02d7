/** `npm run preview`: dist/ on http://127.0.0.1:4321, or the port of `--port` or `PORT`. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPreview } from './server.ts';

const { values } = parseArgs({ options: { port: { type: 'string' } } });
const port = Number(values.port ?? process.env['PORT'] ?? 4321);
const dir = join(import.meta.dirname, '../../../dist');

try {
  const { url } = await startPreview({ dir, port });
  console.log(`dist/ → ${url}/ (Ctrl+C to stop)`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
