/** The folder that editors write in; `CONTENT_DIR` points the tests at another one. */
export const contentRoot = process.env['CONTENT_DIR'] ?? './content';
