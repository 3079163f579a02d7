import { createRequire } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';

export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** schema.org's vocabulary as `schema-dts` declares it. */
const vocabulary = createRequire(import.meta.url)
  .resolve('schema-dts')
  .replace(/\.js$/, '.d.ts');

/** What the compiler says against a JSON-LD object of a page, and the properties that the vocabulary lacks. */
export function problemsOf(jsonLd: Json): string[] {
  const type = String(jsonLd['@type']);
  const file = join(import.meta.dirname, 'json-ld.ts');
  const source = `import type { ${type}Leaf, WithContext } from 'schema-dts';\nexport const jsonLd: WithContext<${type}Leaf> = ${JSON.stringify(jsonLd)};`;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    lib: ['lib.es2022.d.ts'],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2022) : read(name, ...rest);
  const program = ts.createProgram([file], options, host);
  const checked = program.getSourceFile(file);
  const types = program.getSourceFile(vocabulary);
  if (!checked || !types) throw new Error('The vocabulary was not read.');
  const problems = program
    .getSemanticDiagnostics(checked)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  return [...problems, ...unknownProperties(jsonLd, types, program.getTypeChecker())];
}

/** Every property of every nested object that its `@type` does not have. */
function unknownProperties(object: Json, types: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const type = String(object['@type']);
  const leaf = types.statements.find((each) => ts.isInterfaceDeclaration(each) && each.name.text === `${type}Leaf`);
  if (!leaf) return [`no type ${type}`];
  const allowed = new Set(
    checker
      .getTypeAtLocation(leaf)
      .getProperties()
      .map(({ name }) => name),
  );
  return Object.entries(object).flatMap(([name, value]) => {
    const nested = (Array.isArray(value) ? value : [value]).filter(isObject);
    const own = name === '@context' || allowed.has(name) ? [] : [`${type} has no ${name}`];
    return [...own, ...nested.flatMap((each) => unknownProperties(each, types, checker))];
  });
}
