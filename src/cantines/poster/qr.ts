import qrcode from 'qrcode';

/** The light border that readers need around a symbol, in modules (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** A QR code as one SVG path of dark modules, in a square of `size` units, quiet zone included. */
interface QrDrawing {
  size: number;
  path: string;
}

/** Draws a text as a QR code; error correction M: readable with 15 % of it worn away. */
export function drawQr(text: string): QrDrawing {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  const runs: string[] = [];
  for (let row = 0; row < modules.size; row++) {
    for (let start = 0; start < modules.size; start++) {
      if (!modules.get(row, start)) continue;
      let end = start;
      while (end < modules.size && modules.get(row, end)) end++;
      const length = end - start;
      runs.push(`M${start + QUIET_ZONE} ${row + QUIET_ZONE}h${length}v1h-${length}z`);
      start = end;
    }
  }
  return { size: modules.size + 2 * QUIET_ZONE, path: runs.join('') };
}
