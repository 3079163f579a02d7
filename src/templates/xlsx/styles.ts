/** Looks of cells, in the order of the `cellXfs` of the file: a cell names its own by its place. */
export const LOOKS = [
  'text',
  'place',
  'head',
  'head-number',
  'label',
  'number',
  'euros',
  'number-sum',
  'euros-sum',
  'euros-place',
  'date',
] as const;

export type Look = (typeof LOOKS)[number];

const EUROS = 164;
// The format « General », built in: any other shows the comma of a whole number.
const NUMBER = 0;
const DATE = 165;
// Fonts: 0 plain, 1 bold. Fills: 0 none and 1 dotted are the format's own.
const [HEAD, PLACE, SUM] = [2, 3, 4];

const xf = (look: { format?: number; bold?: boolean; fill?: number; right?: boolean }): string =>
  `<xf numFmtId="${look.format ?? 0}" fontId="${look.bold ? 1 : 0}" fillId="${look.fill ?? 0}" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${look.right ? 'horizontal="right" ' : ''}vertical="center" wrapText="1"/></xf>`;

const XFS: Readonly<Record<Look, string>> = {
  text: xf({}),
  place: xf({ fill: PLACE }),
  head: xf({ bold: true, fill: HEAD }),
  'head-number': xf({ bold: true, fill: HEAD, right: true }),
  label: xf({ bold: true, fill: SUM }),
  number: xf({ format: NUMBER, right: true }),
  euros: xf({ format: EUROS, right: true }),
  'number-sum': xf({ format: NUMBER, bold: true, fill: SUM, right: true }),
  'euros-sum': xf({ format: EUROS, bold: true, fill: SUM, right: true }),
  'euros-place': xf({ format: EUROS, fill: PLACE, right: true }),
  date: xf({ format: DATE, right: true }),
};

const solid = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
const side = (name: string): string => `<${name} style="thin"><color rgb="FF8A7B69"/></${name}>`;
const font = (bold: string): string => `<font>${bold}<sz val="11"/><color rgb="FF2A1F17"/><name val="Calibri"/></font>`;

/** The `xl/styles.xml` of every file: what is negative is in red. */
export const STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="${EUROS}" formatCode="#,##0\\ &quot;€&quot;;[Red]\\-#,##0\\ &quot;€&quot;"/><numFmt numFmtId="${DATE}" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid('F3EADB')}${solid('FFF0C2')}${solid('FBF6EC')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${LOOKS.length}">${LOOKS.map((look) => XFS[look]).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
