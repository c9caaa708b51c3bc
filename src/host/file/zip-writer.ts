import { Zip, ZipDeflate } from "fflate";

/**
 * Packs parts one after another. A part's text is handed over in pieces, so that a sheet of millions of cells never
 * stands in memory as one string.
 */
export class ZipWriter {
  readonly #pieces: Uint8Array[] = [];
  readonly #zip: Zip;
  readonly #encoder = new TextEncoder();

  constructor() {
    this.#zip = new Zip((error, piece) => {
      if (error !== null) throw error;
      this.#pieces.push(piece);
    });
  }

  add(name: string, content: string | Uint8Array | Iterable<string>): void {
    const file = new ZipDeflate(name, { level: 3 });
    // A fixed time: the same workbook gives the same bytes. Noon keeps clear of a change of day in any zone.
    file.mtime = new Date(2000, 0, 1, 12);
    this.#zip.add(file);
    if (typeof content === "string") file.push(this.#encoder.encode(content), true);
    else if (content instanceof Uint8Array) file.push(content, true);
    else {
      for (const piece of content) file.push(this.#encoder.encode(piece));
      file.push(new Uint8Array(0), true);
    }
  }

  finish(): Uint8Array {
    this.#zip.end();
    const size = this.#pieces.reduce((sum, piece) => sum + piece.length, 0);
    const bytes = new Uint8Array(size);
    let at = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes;
  }
}
