import { dirname, join } from 'node:path';

/** The folder that editors write in; `CONTENT_DIR` points the tests at another one. */
export const contentRoot = process.env['CONTENT_DIR'] ?? './content';

/** What stands at `/uploads/`: beside the content, where the CMS puts it. */
export const uploadsRoot = join(dirname(contentRoot), 'public/uploads');
