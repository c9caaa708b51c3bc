/** The little XML that workbook parts need: a strict reader without external entities, and escaping. */

export interface XmlElement {
  /** Local name, without prefix. */
  readonly name: string;
  readonly prefix: string;
  /** By qualified name, as written: "r:id". */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** The element's own text, without that of its children. */
  text: string;
  /** Where the element stands in the source, for keeping it as it is. */
  readonly start: number;
  end: number;
}

/** Deeper nesting than any workbook part has; beyond it the part is refused instead of followed. */
const maxDepth = 256;

export class XmlError extends Error {}

const attributePattern = /([^\s=/<>]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const blank = /\s*/y;

/**
 * Reads a document into elements.
 *
 * @throws XmlError where it is not well formed, has a document type (entities could grow without end), or is nested
 *   more than 256 deep
 */
export function parseXml(source: string): XmlElement {
  const stack: XmlElement[] = [];
  let root: XmlElement | null = null;
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf("<", at);
    const textEnd = open < 0 ? source.length : open;
    const top = stack[stack.length - 1];
    if (textEnd > at) {
      const text = source.slice(at, textEnd);
      if (top !== undefined) top.text += unescapeXml(text);
      else if (text.replace("\uFEFF", "").trim() !== "")
        throw new XmlError("text outside the root");
    }
    if (open < 0) break;
    if (source.startsWith("<!--", open)) {
      at = after(source, "-->", open);
    } else if (source.startsWith("<![CDATA[", open)) {
      const end = source.indexOf("]]>", open);
      if (end < 0 || top === undefined) throw new XmlError("open CDATA");
      top.text += source.slice(open + 9, end);
      at = end + 3;
    } else if (source.startsWith("<?", open)) {
      at = after(source, "?>", open);
    } else if (source.startsWith("<!", open)) {
      throw new XmlError("document type");
    } else if (source.startsWith("</", open)) {
      const end = after(source, ">", open);
      const element = stack.pop();
      const name = source.slice(open + 2, end - 1).trim();
      if (element === undefined || name !== qualifiedName(element)) {
        throw new XmlError(`unexpected </${name.slice(0, 40)}>`);
      }
      element.end = end;
      at = end;
    } else {
      const { element, selfClosing, end } = startTag(source, open);
      if (top !== undefined) top.children.push(element);
      else if (root === null) root = element;
      else throw new XmlError("two roots");
      if (!selfClosing) {
        stack.push(element);
        if (stack.length > maxDepth) throw new XmlError("nested too deep");
      }
      at = end;
    }
  }
  if (root === null || stack.length > 0) throw new XmlError("ends too early");
  return root;
}

function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  if (found < 0) throw new XmlError(`no ${mark}`);
  return found + mark.length;
}

function startTag(
  source: string,
  open: number,
): { element: XmlElement; selfClosing: boolean; end: number } {
  let at = open + 1;
  while (at < source.length && !/[\s/>]/.test(source.charAt(at))) at++;
  const [first, second] = splitName(source.slice(open + 1, at));
  const attributes: Record<string, string> = {};
  for (;;) {
    blank.lastIndex = at;
    blank.exec(source);
    at = blank.lastIndex;
    const next = source.charAt(at);
    if (next === ">" || (next === "/" && source.charAt(at + 1) === ">")) {
      const end = at + (next === ">" ? 1 : 2);
      const element = {
        name: second,
        prefix: first,
        attributes,
        children: [],
        text: "",
        start: open,
        end,
      };
      return { element, selfClosing: next === "/", end };
    }
    attributePattern.lastIndex = at;
    const match = attributePattern.exec(source);
    if (match === null) throw new XmlError(`bad tag <${source.slice(open + 1, open + 40)}`);
    attributes[match[1] ?? ""] = unescapeXml(match[2] ?? match[3] ?? "");
    at = attributePattern.lastIndex;
  }
}

function splitName(qualified: string): [prefix: string, name: string] {
  if (!/^[\p{L}_][\p{L}\p{N}_.:-]*$/u.test(qualified)) {
    throw new XmlError(`bad name ${qualified.slice(0, 40)}`);
  }
  const colon = qualified.indexOf(":");
  return colon < 0 ? ["", qualified] : [qualified.slice(0, colon), qualified.slice(colon + 1)];
}

function qualifiedName(element: XmlElement): string {
  return element.prefix === "" ? element.name : `${element.prefix}:${element.name}`;
}

const entities: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

/** The characters behind `&lt;`, `&#x4E2D;`…; an entity that XML does not define stands for itself. */
export function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (whole, name: string) => {
    if (!name.startsWith("#")) return entities[name] ?? whole;
    const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

/** Text for an element or an attribute; characters XML cannot hold are left out. */
export function escapeXml(text: string): string {
  if (!/[&<>"\n\r\t\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/.test(text)) return text;
  return withoutUnwritable(text).replace(
    /[&<>"\n\r\t]/g,
    (character) => escapes[character] ?? character,
  );
}

function withoutUnwritable(text: string): string {
  // Nearly every text has none of them, and a long one is searched faster than replaced.
  if (!/[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/.test(text)) return text;
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};

/** ` name="value"` for each member that is stated; false, null and undefined are left out, true is "1". */
export function attributesText(
  attributes: Readonly<Record<string, string | number | boolean | null | undefined>>,
): string {
  let text = "";
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    text += ` ${name}="${value === true ? "1" : escapeXml(String(value))}"`;
  }
  return text;
}

export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return element === undefined ? [] : element.children.filter((child) => child.name === name);
}

/** The local names of all elements within one. */
export function descendantNames(element: XmlElement): ReadonlySet<string> {
  const names = new Set<string>();
  const waiting = [...element.children];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    names.add(next.name);
    waiting.push(...next.children);
  }
  return names;
}

/** All descendants of that name, in document order. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) =>
    child.name === name ? [child, ...descendants(child, name)] : descendants(child, name),
  );
}

/** An attribute by local name, whatever its prefix: relationships are "r:id" only by habit. */
export function prefixedAttribute(element: XmlElement, name: string): string | undefined {
  for (const [key, value] of Object.entries(element.attributes)) {
    if (key.endsWith(`:${name}`)) return value;
  }
  return undefined;
}

export function isOn(value: string | undefined, otherwise = false): boolean {
  return value === undefined ? otherwise : value === "1" || value === "true" || value === "on";
}

export const xmlHeader = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Everything between the tags, text of rich runs joined; used for `<si>`, `<text>` and the like. */
export function runsText(element: XmlElement): string {
  const own = childrenNamed(element, "t").map((child) => child.text);
  const runs = childrenNamed(element, "r").flatMap((run) =>
    childrenNamed(run, "t").map((child) => child.text),
  );
  return decodeEscapes([...own, ...runs].join(""));
}

/** `_x000D_` is how a workbook writes a character that XML cannot hold. */
export function decodeEscapes(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}

/** The reverse of {@link decodeEscapes}: text that only looks like an escape is escaped itself. */
export function encodeEscapes(text: string): string {
  return /_x[0-9a-fA-F]{4}_|[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]/.test(text)
    ? text
        .replace(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_")
        .replace(
          /[\0-\x08\x0b-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
          (character) =>
            `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
        )
    : text;
}
