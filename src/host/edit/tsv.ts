/**
 * Reads tab-separated text as Excel puts it on the clipboard: a field that begins with a quotation mark goes on to the
 * closing one, over tabs and line breaks; two marks within it are one.
 *
 * @example
 * readTsv('a\t"b\nc"') //=> [["a", "b\nc"]]
 */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  const add = (field: string): void => {
    rows.at(-1)?.push(field);
  };
  while (at <= text.length) {
    const quoted = text.charAt(at) === '"' ? quotedField(text, at) : null;
    if (quoted === null) {
      const end = endOfField(text, at);
      add(text.slice(at, end));
      at = end;
    } else {
      add(quoted.field);
      at = quoted.end;
    }
    const separator = text.charAt(at);
    if (separator === "") break;
    at += text.startsWith("\r\n", at) ? 2 : 1;
    if (separator !== "\t") {
      // A line break at the very end ends the last row and begins none.
      if (at >= text.length) break;
      rows.push([]);
    }
  }
  return rows;
}

function endOfField(text: string, from: number): number {
  const found = text.slice(from).search(/[\t\r\n]/);
  return found < 0 ? text.length : from + found;
}

/** Null where the mark at `from` opens no field: it is never closed, or text follows the closing one. */
function quotedField(text: string, from: number): { field: string; end: number } | null {
  let field = "";
  for (let at = from + 1; ;) {
    const close = text.indexOf('"', at);
    if (close < 0) return null;
    field += text.slice(at, close);
    const next = text.charAt(close + 1);
    if (next === '"') {
      field += '"';
      at = close + 2;
    } else {
      return next === "" || /[\t\r\n]/.test(next) ? { field, end: close + 1 } : null;
    }
  }
}
