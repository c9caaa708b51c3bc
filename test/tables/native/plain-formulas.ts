import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/**
 * A saved file in which no formula is marked as an array: so Excel 2016, WPS and LibreOffice see a formula that was
 * typed, entered the usual way and filled down, which is what the native twins must do with.
 *
 * @param change - what else is to become of a sheet's XML
 */
export function withPlainFormulas(
  file: Uint8Array,
  change: (path: string, xml: string) => string = (_, xml) => xml,
): Uint8Array {
  const parts = unzipSync(file);
  for (const [path, part] of Object.entries(parts)) {
    if (!path.startsWith("xl/worksheets/sheet")) continue;
    const plain = strFromU8(part)
      .replaceAll(/(<c [^>]*) cm="1"/gu, "$1")
      .replaceAll(/<f t="array" ref="[^"]*">/gu, "<f>");
    parts[path] = strToU8(change(path, filledDown(plain)));
  }
  // Read once and thrown away: not worth being made small.
  return zipSync(parts, { level: 0 });
}

/** A formula filled down a column so far. */
interface Run {
  /** The formula with @ for its own row. */
  readonly formula: string;
  readonly index: number;
  readonly top: number;
  bottom: number;
}

/**
 * A sheet in which a formula that was filled down is written once, as Excel itself writes it: others read it once, and
 * not a thousand times. Shared are neighbours that refer to nothing but their own row and to what is fixed by $.
 */
function filledDown(xml: string): string {
  // Those that are shared already keep their numbers.
  const first = Math.max(-1, ...[...xml.matchAll(/ si="(\d+)"/gu)].map(([, si]) => Number(si))) + 1;
  const runs: Run[] = [];
  const above = new Map<string, Run>();
  const written = xml.replaceAll(
    /(<c r="([A-Z]+)(\d+)"[^>]*>)<f>([^<]*)<\/f>/gu,
    (cell: string, start: string, column: string, digits: string, text: string) => {
      const row = Number(digits);
      const formula = withoutOwnRow(text, digits);
      const run = above.get(column);
      if (formula === null) return cell;
      if (run?.formula === formula && run.bottom === row - 1) {
        run.bottom = row;
        return `${start}<f t="shared" si="${first + run.index}"/>`;
      }
      const begun = { formula, index: runs.length, top: row, bottom: row };
      runs.push(begun);
      above.set(column, begun);
      return `${start}<f ${begun.index}@${column}>${text}</f>`;
    },
  );
  // How far a formula goes is known once its last cell was seen.
  return written.replaceAll(/<f (\d+)@([A-Z]+)>/gu, (_, index: string, column: string) => {
    const run = runs[Number(index)];
    if (run === undefined || run.top === run.bottom) return "<f>";
    const area = `${column}${run.top}:${column}${run.bottom}`;
    return `<f t="shared" ref="${area}" si="${first + run.index}">`;
  });
}

/** What no formula holds. */
const elsewhere = "\u0000";

/** A formula with @ for its own row; null where it refers to another row without $. */
function withoutOwnRow(text: string, row: string): string | null {
  const formula = text.replaceAll(
    /(?<![\w.$])(\$?[A-Z]{1,3})(\d+)(?![\w.(])/gu,
    (_, column: string, digits: string) => (digits === row ? `${column}@` : elsewhere),
  );
  return formula.includes(elsewhere) ? null : formula;
}
