import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import {
  childNamed,
  childrenNamed,
  decodeEscapes,
  parseXml,
  type XmlElement,
} from "../../../../src/host/file/xml";
import { formulaShifter } from "../../../../src/host/file/formula-text";
import { parseArea } from "../../../../src/host/model/address";
import { isDefault } from "./schema-defaults";

/**
 * Everything a package of ECMA-376 states, one line for each statement: every attribute, text and empty element of every
 * part that can be reached, under a path that does not depend on how parts, looks and texts are numbered. Two packages
 * that say the same give the same lines.
 */
export function packageFacts(bytes: Uint8Array): string[] {
  return new PackageFacts(bytes).all();
}

interface Link {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
  readonly external: boolean;
}

/** Parts that are taken apart; every other one is told by its bytes. */
const known = new Set([
  "officeDocument",
  "worksheet",
  "table",
  "comments",
  "drawing",
  "core-properties",
  "extended-properties",
  "custom-properties",
  "webextensiontaskpanes",
  "webextension",
]);
/** Parts whose content is told where something refers to it. */
const resolved = new Set(["styles", "sharedStrings", "sheetMetadata"]);

class PackageFacts {
  readonly #files: Record<string, Uint8Array>;
  readonly #lines: string[] = [];
  readonly #seen = new Set<string>();
  readonly #looks = new Map<XmlElement, readonly string[]>();
  #ranks: { readonly rank: number; readonly rule: string }[] = [];
  #strings: readonly XmlElement[] = [];
  #styles: XmlElement | undefined;
  /** The formulas shared in the sheet being read, by their numbers. */
  #shared = new Map<string, { place: string; moved: ReturnType<typeof formulaShifter> }>();

  constructor(bytes: Uint8Array) {
    this.#files = unzipSync(bytes);
  }

  all(): string[] {
    this.#part("", "");
    return this.#lines;
  }

  #say(line: string): void {
    this.#lines.push(line);
  }

  #text(part: string): string {
    return strFromU8(this.#files[part] ?? new Uint8Array()).replace("\uFEFF", "");
  }

  #links(part: string): Link[] {
    const slash = part.lastIndexOf("/") + 1;
    const list = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
    if (this.#files[list] === undefined) return [];
    return parseXml(this.#text(list)).children.map(({ attributes }) => {
      const { Id = "", Type = "", Target = "", TargetMode } = attributes;
      const external = TargetMode === "External";
      const target = external ? Target : new URL(Target, `file:///${part}`).pathname.slice(1);
      // The strict kind of the format joins the words.
      const kind = Type.slice(Type.lastIndexOf("/") + 1).replace(
        /(?<=core|extended|custom)P/,
        "-p",
      );
      return { id: Id, kind, target: decodeURI(target), external };
    });
  }

  /** A part and all it leads to, under the name by which it was reached. */
  #part(part: string, path: string): void {
    const links = this.#links(part);
    const main = links.find(({ kind }) => kind === "styles");
    if (main !== undefined) this.#styles = parseXml(this.#text(main.target));
    const texts = links.find(({ kind }) => kind === "sharedStrings");
    if (texts !== undefined) this.#strings = parseXml(this.#text(texts.target)).children;
    this.#shared = new Map();
    const root = path !== "" && /\.xml$/.test(part) ? parseXml(this.#text(part)) : null;
    const told = new Set<string>();
    if (root !== null) {
      const outer = this.#ranks;
      this.#ranks = [];
      this.#element(root, path, (id) => {
        told.add(id);
        return links.find((link) => link.id === id);
      });
      const ranked = this.#ranks.sort((one, other) => one.rank - other.rank);
      if (ranked.length > 0) this.#say(`${path}/ranks=${ranked.map(({ rule }) => rule).join()}`);
      this.#ranks = outer;
    }
    if (main !== undefined) this.#lookLists();
    for (const link of links) if (!told.has(link.id)) this.#linked(link, path);
  }

  #linked({ kind, target, external }: Link, path: string): void {
    const at = `${path}/${kind}`;
    if (external) {
      this.#say(`${at} -> ${target}`);
      return;
    }
    if (resolved.has(kind)) return;
    const name = known.has(kind) ? at : `${at} ${this.#print(target)}`;
    if (this.#seen.has(`${at} ${target}`)) return;
    this.#seen.add(`${at} ${target}`);
    if (known.has(kind)) this.#part(target, name);
    else {
      this.#say(name);
      for (const link of this.#links(target)) this.#linked(link, name);
    }
  }

  #print(target: string): string {
    const bytes = this.#files[target];
    if (bytes === undefined) return "missing";
    // In what order an old drawing names its shapes says nothing.
    const shapes = target.endsWith(".vml")
      ? strFromU8(bytes)
          .split(/(?=<v:shape(?:type)? |<\/xml>)/)
          .map((shape) => shape.trim())
          .sort()
          .join("")
      : bytes;
    return createHash("sha1").update(shapes).digest("hex").slice(0, 8);
  }

  #element(element: XmlElement, path: string, linkOf: (id: string) => Link | undefined): void {
    if (element.name === "f" && element.attributes.t === "shared") {
      this.#say(`${path}=${this.#sharedFormula(element, path)}`);
      return;
    }
    if (element.name === "conditionalFormatting" && element.children.length > 0) {
      this.#rules(element, path, linkOf);
      return;
    }
    let stated = 0;
    for (const [name, value] of Object.entries(element.attributes)) {
      const local = name.slice(name.indexOf(":") + 1);
      const unsaid = /^xmlns|^mc:|^xml:/.test(name) || isDefault(element.name, local, value);
      if (unsaid || (element.name === "c" && name === "r")) continue;
      stated++;
      if (/:(?:id|embed|link|pict|dm|lo|qs|cs)$/.test(name)) {
        const link = linkOf(value);
        if (link === undefined) this.#say(`${path}@${local} -> nothing`);
        else
          this.#linked(
            link,
            element.name === "sheet" ? `book/${String(element.attributes.name)}` : path,
          );
      } else this.#attribute(element, path, local, value);
    }
    const { t } = element.attributes;
    const shared =
      element.name === "v" ? undefined : t === "s" && element.name === "c" ? element : undefined;
    if (shared !== undefined) {
      const item = this.#strings[Number(childNamed(element, "v")?.text)];
      if (item !== undefined)
        for (const child of item.children) this.#element(child, `${path}/si/${child.name}`, linkOf);
    }
    for (const child of element.children) {
      if (shared !== undefined && child.name === "v") continue;
      if (child.name === "is") {
        for (const run of child.children) this.#element(run, `${path}/si/${run.name}`, linkOf);
      } else this.#element(child, childPath(path, child), linkOf);
    }
    const text = decodeEscapes(element.text);
    if (text.trim() !== "" || (element.name === "t" && text !== ""))
      this.#say(`${path}=${plain(text)}`);
    else if (stated === 0 && element.children.length === 0 && !/^(?:c|row)$/.test(element.name)) {
      this.#say(path);
    }
  }

  /** A formula that is told by another cell's. */
  #sharedFormula({ attributes, text }: XmlElement, path: string): string {
    const place = /\/c\[(\w+)\]/.exec(path)?.[1] ?? "";
    const number = attributes.si ?? "";
    if (text !== "") this.#shared.set(number, { place, moved: formulaShifter(text) });
    const master = this.#shared.get(number);
    const from = parseArea(master?.place ?? "");
    const to = parseArea(place);
    if (master === undefined || from === null || to === null) return text;
    return master.moved(to.top - from.top, to.left - from.left);
  }

  /** Rules one by one with their cells: how they are grouped says nothing, and of their ranks only the order counts. */
  #rules(group: XmlElement, path: string, linkOf: (id: string) => Link | undefined): void {
    const cells = group.attributes.sqref ?? childNamed(group, "sqref")?.text ?? "";
    const at = `${path}[${cells}]`;
    for (const rule of childrenNamed(group, "cfRule")) {
      const { priority, ...attributes } = rule.attributes;
      if (priority !== undefined) this.#ranks.push({ rank: Number(priority), rule: at });
      if (group.attributes.pivot === "1") this.#say(`${at}@pivot`);
      this.#element({ ...rule, attributes }, `${at}/cfRule`, linkOf);
    }
  }

  #attribute(element: XmlElement, path: string, name: string, value: string): void {
    if (
      (name === "s" && /^(?:c|row)$/.test(element.name)) ||
      (name === "style" && element.name === "col")
    ) {
      const record = childNamed(this.#styles ?? element, "cellXfs")?.children[Number(value)];
      if (record !== undefined) for (const line of this.#ownLook(record)) this.#say(path + line);
    } else if (/dxfid$/i.test(name)) {
      const look = childNamed(this.#styles ?? element, "dxfs")?.children[Number(value)];
      if (look !== undefined) this.#element(look, `${path}@${name}`, () => undefined);
    } else if (element.name === "c" && name === "t") {
      if (!/^(?:s|n|inlineStr)$/.test(value)) this.#say(`${path}@t=${value}`);
    } else if (name === "authorId") {
      return;
    } else this.#say(`${path}@${name}=${plain(value)}`);
  }

  /** What a record says; nothing for one that says what the first does: that is the look of cells that state none. */
  #ownLook(record: XmlElement): readonly string[] {
    const known = this.#looks.get(record);
    if (known !== undefined) return known;
    const linesOf = (one: XmlElement | undefined): string[] => {
      const mark = this.#lines.length;
      if (one !== undefined) this.#look(one, "@look");
      // An edge without a line is none.
      return this.#lines.splice(mark).filter((line) => !/borders\/\w+$/.test(line));
    };
    const first = childNamed(this.#styles ?? record, "cellXfs")?.children[0];
    const lines = linesOf(record);
    const own = lines.join() === linesOf(first).join() ? [] : lines;
    this.#looks.set(record, own);
    return own;
  }

  /** A cell's record with what it refers to. */
  #look(record: XmlElement, path: string): void {
    const styles = this.#styles;
    if (styles === undefined) return;
    const { numFmtId, fontId, fillId, borderId, xfId, pivotButton, quotePrefix } =
      record.attributes;
    const item = (list: string, number: string | undefined): XmlElement | undefined =>
      childNamed(styles, list)?.children[Number(number ?? 0)];
    const format = childNamed(styles, "numFmts")?.children.find(
      ({ attributes }) => attributes.numFmtId === numFmtId,
    );
    this.#say(`${path}/format=${format?.attributes.formatCode ?? `#${numFmtId ?? "0"}`}`);
    for (const [list, number] of [
      ["fonts", fontId],
      ["fills", fillId],
      ["borders", borderId],
    ] as const) {
      const found = item(list, number);
      if (found !== undefined) this.#element(found, `${path}/${list}`, () => undefined);
    }
    for (const child of record.children)
      this.#element(child, `${path}/${child.name}`, () => undefined);
    if (pivotButton === "1") this.#say(`${path}/pivotButton`);
    if (quotePrefix === "1") this.#say(`${path}/quotePrefix`);
    if (xfId === undefined) return;
    const named = childrenNamed(childNamed(styles, "cellStyles"), "cellStyle").find(
      ({ attributes }) => attributes.xfId === xfId,
    );
    if (named !== undefined && named.attributes.builtinId !== "0") {
      this.#say(`${path}/style=${String(named.attributes.builtinId ?? named.attributes.name)}`);
    }
  }

  /** What of the styles part stands there by itself: named styles, rules' looks, table styles, colours. */
  #lookLists(): void {
    for (const list of this.#styles?.children ?? []) {
      if (list.name === "cellStyles") {
        for (const style of list.children) {
          const path = `styles/style ${String(style.attributes.builtinId ?? style.attributes.name)}`;
          for (const name of ["iLevel", "hidden", "customBuiltin"]) {
            const value = style.attributes[name];
            if (value !== undefined && value !== "0") this.#say(`${path}@${name}=${value}`);
          }
          const record = childNamed(this.#styles ?? list, "cellStyleXfs")?.children[
            Number(style.attributes.xfId)
          ];
          if (record === undefined) continue;
          this.#look({ ...record, attributes: { ...record.attributes, xfId: "-1" } }, path);
          for (const [name, value] of Object.entries(record.attributes)) {
            if (name.startsWith("apply") && value === "0") this.#say(`${path}@${name}=0`);
          }
        }
      } else if (!/^(?:numFmts|fonts|fills|borders|cellStyleXfs|cellXfs)$/.test(list.name)) {
        this.#element(list, `styles/${list.name}`, () => undefined);
      }
    }
  }
}

/** By what an element of a list is known among its like. */
const keys: Readonly<Record<string, (element: XmlElement) => string>> = {
  c: ({ attributes }) => attributes.r ?? "",
  row: ({ attributes }) => attributes.r ?? "",
  sheet: ({ attributes }) => attributes.name ?? "",
  definedName: ({ attributes }) => `${attributes.name ?? ""},${attributes.localSheetId ?? ""}`,
  tableColumn: ({ attributes }) => attributes.id ?? "",
  filterColumn: ({ attributes }) => attributes.colId ?? "",
  comment: ({ attributes }) => attributes.ref ?? "",
  hyperlink: ({ attributes }) => attributes.ref ?? "",
  selection: ({ attributes }) => attributes.pane ?? "",
  sheetView: ({ attributes }) => attributes.workbookViewId ?? "",
  ext: ({ attributes }) => attributes.uri ?? "",
  col: ({ attributes }) => `${attributes.min ?? ""}:${attributes.max ?? ""}`,
};

function childPath(path: string, child: XmlElement): string {
  const key = keys[child.name]?.(child);
  const step = key === undefined ? child.name : `${child.name}[${key}]`;
  // A cell is known by its address, wherever its row stands.
  return child.name === "c" ? path.replace(/\/row\[[^\]]*\]$/, `/${step}`) : `${path}/${step}`;
}

/** Numbers and truth as every writer spells them. */
function plain(value: string): string {
  if (value === "true" || value === "on") return "1";
  if (value === "false" || value === "off") return "0";
  const area = /^(\w+):(\w+)$/.exec(value);
  if (area !== null && area[1] === area[2]) return value.replace(/:.*/, "");
  const number = Number(value);
  return value.trim() !== "" && Number.isFinite(number) && !/^0x/i.test(value)
    ? String(Number(number.toPrecision(12)))
    : value;
}

/** What one list of facts has and the other lacks, as often as it lacks it. */
export function missingFrom(facts: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const fact of others) left.set(fact, (left.get(fact) ?? 0) + 1);
  return facts.filter((fact) => {
    const count = left.get(fact) ?? 0;
    if (count > 0) left.set(fact, count - 1);
    return count === 0;
  });
}
