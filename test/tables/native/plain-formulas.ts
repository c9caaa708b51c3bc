import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/**
 * A saved file in which no formula is marked as an array: so Excel 2016, WPS and LibreOffice see a formula that was
 * typed and entered the usual way, which is what the native twins must do with.
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
    parts[path] = strToU8(change(path, plain));
  }
  // Read once and thrown away: not worth being made small.
  return zipSync(parts, { level: 0 });
}
