// Decap publishes no types for its inner modules.
declare module 'decap-cms-core/dist/esm/formats/frontmatter.js' {
  export function frontmatterYAML(): {
    fromFile(raw: string): Record<string, unknown>;
    toFile(data: Record<string, unknown>, sortedKeys: readonly string[], comments: Record<string, string>): string;
  };
}

declare module 'decap-cms-core/dist/esm/constants/configSchema.js' {
  /** @throws Error that lists what Decap refuses in a configuration. */
  export function validateConfig(config: unknown): void;
}

declare module 'decap-cms-core/dist/esm/lib/registry.js' {
  export function registerWidget(name: string, control: () => null, preview: () => null, schema: object): void;
}

declare module 'decap-cms-widget-markdown/dist/esm/serializers/index.js' {
  /** @param slate the nodes of a text */
  export function slateToMarkdown(slate: readonly object[], options: object): string;
}
