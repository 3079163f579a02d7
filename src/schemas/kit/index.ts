export { askOf, isOpen, openFields } from './ask.ts';
export { bodyLimit, bodyProblems } from './body.ts';
export { choice, choices, reference, references, yesNoUnknown } from './choices.ts';
export { collection, type Collection } from './collection.ts';
export { file, image, isUploadPath, MAX_UPLOAD_BYTES } from './files.ts';
export { metaAt, metaOf, type ColumnOptions, type FieldMeta } from './meta.ts';
export { columnsOf, type Cell, type Column } from './columns.ts';
export { date, dateTime, isCalendarDate, isPartialDate, partialDate, time } from './moments.ts';
export { decimal, integer, tickBox } from './numbers.ts';
export { readEntry, readPath, showPath, showValue, type Problem } from './problems.ts';
export { group, list, optionalGroup, type Fields } from './shapes.ts';
export { isReadable, strayIn, withSignsShown } from './signs.ts';
export {
  communeCode,
  email,
  EMAIL,
  isAddress,
  link,
  markdown,
  paragraph,
  patterned,
  postalCode,
  telephone,
  text,
  url,
} from './text.ts';
export { countMarkdownWords, markdownBlocks } from './words.ts';
