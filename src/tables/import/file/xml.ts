import { damaged } from "./file-problem";

/** What a document says, element by element, by local names without prefix. */
export interface XmlReader {
  /** @param attribute - an attribute's value by its local name; undefined where the element has none */
  open(name: string, attribute: (name: string) => string | undefined): void;
  /** @param text - the element's own text */
  close(name: string, text: string): void;
}

/** No workbook part nests deeper than about ten. */
const deepest = 64;
/** A tag or a text longer than this belongs to no cell: 32,767 characters, each escaped, stay below. */
const longest = 2_000_000;

interface Open {
  readonly qualified: string;
  readonly name: string;
  text: string;
}

/**
 * Reads XML as it arrives, piece by piece, so that a document of any length takes little memory. Entities other than
 * XML's own five and character numbers are not followed, and a document type is refused: it could grow without end.
 *
 * `write` and `end` throw FileError `damaged-file` where the document is not well formed.
 */
export class XmlStream {
  readonly #decoder = new TextDecoder();
  readonly #open: Open[] = [];
  #rest = "";
  #done = false;

  constructor(private readonly reader: XmlReader) {}

  write(bytes: Uint8Array): void {
    this.#read(this.#rest + this.#decoder.decode(bytes, { stream: true }));
  }

  end(): void {
    this.#read(this.#rest + this.#decoder.decode());
    if (this.#rest.trim() !== "" || this.#open.length > 0 || !this.#done) throw damaged("cut-off");
  }

  /** Reads all that is complete and keeps the rest for the next piece. */
  #read(source: string): void {
    let at = 0;
    for (;;) {
      const tag = source.indexOf("<", at);
      if (tag === -1) break;
      const end = tagEnd(source, tag);
      if (end === -1) break;
      this.#text(source, at, tag);
      this.#tag(source, tag, end);
      at = end;
    }
    this.#rest = source.slice(at);
    if (this.#rest.length > longest) throw damaged("malformed");
  }

  #text(source: string, from: number, to: number): void {
    if (from === to) return;
    const top = this.#open.at(-1);
    const text = source.slice(from, to);
    if (top !== undefined) {
      top.text += unescaped(text);
      if (top.text.length > longest) throw damaged("malformed");
    } else if (text.replace("\uFEFF", "").trim() !== "") throw damaged("malformed", text.trim());
  }

  #tag(source: string, from: number, end: number): void {
    const sign = source.charAt(from + 1);
    if (sign === "/") {
      this.#close(source.slice(from + 2, end - 1).trim());
      return;
    }
    if (sign === "?") return;
    if (sign === "!") {
      if (source.startsWith("<!--", from)) return;
      const top = this.#open.at(-1);
      if (!source.startsWith("<![CDATA[", from) || top === undefined)
        throw damaged("malformed", "<!");
      top.text += source.slice(from + 9, end - 3);
      return;
    }
    const closed = source.charCodeAt(end - 2) === slash;
    const tag = source.slice(from + 1, closed ? end - 2 : end - 1);
    const qualified = /^[^\s=<>"'/]+/u.exec(tag)?.[0];
    if (qualified === undefined) throw damaged("malformed", `<${tag}>`);
    if (this.#open.length === 0 && this.#done) throw damaged("malformed", `<${qualified}>`);
    if (this.#open.length >= deepest) throw damaged("malformed", `<${qualified}>`);
    this.#done = true;
    const name = qualified.slice(qualified.indexOf(":") + 1);
    this.reader.open(name, (wanted) => attributeIn(tag, wanted));
    if (closed) this.reader.close(name, "");
    else this.#open.push({ qualified, name, text: "" });
  }

  #close(qualified: string): void {
    const element = this.#open.pop();
    if (element?.qualified !== qualified) throw damaged("malformed", `</${qualified}>`);
    this.reader.close(element.name, element.text);
  }
}

const quote = 34;
const apostrophe = 39;
const slash = 47;
const greater = 62;

/** The place behind a tag, comment or CDATA section that begins at `from`; -1 where it is not complete yet. */
function tagEnd(source: string, from: number): number {
  if (source.charAt(from + 1) === "!") {
    // Fewer characters cannot tell yet what it is.
    if (source.length < from + 9) return -1;
    if (source.startsWith("<!--", from)) return after(source, "-->", from + 4);
    if (source.startsWith("<![CDATA[", from)) return after(source, "]]>", from + 9);
  }
  let within = 0;
  for (let at = from + 1; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (within !== 0) {
      if (code === within) within = 0;
    } else if (code === quote || code === apostrophe) within = code;
    else if (code === greater) return at + 1;
  }
  return -1;
}

function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found === -1 ? -1 : found + mark.length;
}

const patterns = new Map<string, RegExp>();

function attributeIn(tag: string, name: string): string | undefined {
  let pattern = patterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "u");
    patterns.set(name, pattern);
  }
  const match = pattern.exec(tag);
  return match === null ? undefined : unescaped(match[1] ?? match[2] ?? "");
}

const entities: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w{2,8});/giu, (whole, name: string) => {
    if (!name.startsWith("#")) return entities[name] ?? whole;
    const hex = name.charAt(1).toLowerCase() === "x";
    const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
  });
}
