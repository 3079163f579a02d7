import { AlignmentType, BorderStyle, type IStylesOptions } from 'docx';
import { FACE, INK, TOMATO } from '#documents/face.ts';

const heading = (size: number, before: number, color = INK) => ({
  run: { font: FACE, size, bold: true, italics: false, color },
  paragraph: { spacing: { before, after: 100 }, keepNext: true },
});

/** The styles of a document, under names that Word and LibreOffice list; sizes in half-points. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: {
        font: FACE,
        size: 22,
        color: INK,
        language: { value: 'fr-FR', eastAsia: 'fr-FR', bidirectional: 'fr-FR' },
      },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    title: {
      run: { font: FACE, size: 40, bold: true, color: INK },
      paragraph: { spacing: { after: 240 }, keepNext: true },
    },
    heading1: heading(28, 320, TOMATO),
    heading2: heading(24, 240),
    heading3: heading(22, 200),
    heading4: heading(22, 160),
    heading5: heading(22, 160),
    hyperlink: { run: { color: '1F4E79', underline: { type: 'single' } } },
  },
  paragraphStyles: [
    {
      id: 'Citation',
      name: 'Citation',
      basedOn: 'Normal',
      quickFormat: true,
      run: { italics: true },
      paragraph: {
        indent: { left: 360 },
        border: { left: { style: BorderStyle.SINGLE, size: 18, space: 10, color: TOMATO } },
      },
    },
    { id: 'Case', name: 'Case', basedOn: 'Normal', run: { size: 20 }, paragraph: { spacing: { after: 0, line: 252 } } },
    { id: 'Interligne', name: 'Interligne', basedOn: 'Normal', paragraph: { spacing: { after: 0, line: 200 } } },
    { id: 'Machine', name: 'Machine', basedOn: 'Normal', run: { font: 'Courier New', size: 20 } },
    {
      id: 'Filet',
      name: 'Filet',
      basedOn: 'Normal',
      paragraph: { border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '8A7B69' } } },
    },
    {
      id: 'Pied',
      name: 'Pied',
      basedOn: 'Normal',
      run: { size: 18, color: '5A4A3B' },
      paragraph: { alignment: AlignmentType.END },
    },
  ],
};
