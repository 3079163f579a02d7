/** What a form holds: its fields by name, and the text of the entry as `body`. */
export type Answers = Readonly<Record<string, unknown>>;
