import { validateConfig } from 'decap-cms-core/dist/esm/constants/configSchema.js';
import { registerWidget } from 'decap-cms-core/dist/esm/lib/registry.js';
import { vi } from 'vitest';

// The module of translated content draws the whole application in, in a circle that never ends outside
// of a browser; its two constants list what a site in several languages may say.
vi.mock('decap-cms-core/dist/esm/lib/i18n.js', () => ({
  I18N_STRUCTURE: { one: 'single_file' },
  I18N_FIELD: { one: 'none' },
}));

/** The widgets of Decap that the field kit uses. */
export const WIDGETS = [
  'boolean',
  'datetime',
  'file',
  'image',
  'list',
  'markdown',
  'number',
  'object',
  'relation',
  'select',
  'string',
  'text',
] as const;

/** What Decap itself refuses in a configuration, in its words; undefined when it takes it. */
export async function decapRefusal(config: unknown): Promise<string | undefined> {
  for (const name of WIDGETS) {
    // Simple widgets have no schema.
    const { default: schema } = (await import(`../../node_modules/decap-cms-widget-${name}/dist/esm/schema.js`).catch(
      () => ({ default: {} }),
    )) as { default: object };
    registerWidget(
      name,
      () => null,
      () => null,
      schema,
    );
  }
  // It tells its errors to the console too.
  const told = vi.spyOn(console, 'error').mockReturnValue(undefined);
  try {
    validateConfig(config);
    return undefined;
  } catch (error) {
    return String(error);
  } finally {
    told.mockRestore();
  }
}
