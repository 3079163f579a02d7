/** What every document that leaves the site looks like: a face that Word and LibreOffice have, colours without « # ». */
export const FACE = 'Calibri';
export const INK = '2A1F17';
export const TOMATO = 'A92C1B';

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
