export { choice, choices, reference, references, yesNoUnknown } from './choices.ts';
export { collection, type Collection } from './collection.ts';
export { file, image } from './files.ts';
export { metaAt, metaOf, type FieldMeta } from './meta.ts';
export { date, dateTime, isCalendarDate, partialDate, time } from './moments.ts';
export { decimal, integer, tickBox } from './numbers.ts';
export { readEntry, showPath, showValue, type Problem } from './problems.ts';
export { group, list, optionalGroup, type Fields } from './shapes.ts';
export { communeCode, email, link, markdown, paragraph, patterned, postalCode, telephone, text, url } from './text.ts';
