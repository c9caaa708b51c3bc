import type { KeptRelationship } from "../model/kept";
import { UnreadableFile } from "./failure";
import { parseXml, XmlError, type XmlElement } from "./xml";
import { ZipReader } from "./zip";

/** An Open Packaging package (ECMA-376 part 2): parts, their content types and what they refer to. */
export class PackageReader {
  readonly #zip: ZipReader;
  readonly #defaults = new Map<string, string>();
  readonly #overrides = new Map<string, string>();

  /** @throws UnreadableFile where the zip or its list of content types cannot be read */
  constructor(zip: ZipReader) {
    this.#zip = zip;
    for (const entry of this.xml("[Content_Types].xml").children) {
      const { PartName, Extension, ContentType = "" } = entry.attributes;
      if (PartName !== undefined) this.#overrides.set(partKey(PartName), ContentType);
      else if (Extension !== undefined) this.#defaults.set(Extension.toLowerCase(), ContentType);
    }
  }

  has(name: string): boolean {
    return this.#zip.has(name);
  }

  contentType(name: string): string {
    const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
    return this.#overrides.get(partKey(name)) ?? this.#defaults.get(extension) ?? "";
  }

  /** How many bytes a part has; 0 where there is none. */
  size(name: string): number {
    return this.#zip.size(name);
  }

  bytes(name: string): Uint8Array {
    return this.#zip.read(name);
  }

  text(name: string): string {
    return decodeXml(this.bytes(name));
  }

  /** @throws UnreadableFile `missing-part`, `broken-zip` or `broken-part` */
  xml(name: string): XmlElement {
    return parsePart(name, this.text(name));
  }

  /** What a part refers to; "" asks for the package's own relationships. */
  relationships(part: string): KeptRelationship[] {
    const name = relationshipsName(part);
    if (!this.has(name)) return [];
    return relationshipsIn(part, this.xml(name));
  }
}

/** The relationships a part's list holds, targets resolved against the part's folder. */
export function relationshipsIn(part: string, list: XmlElement): KeptRelationship[] {
  const folder = part.includes("/") ? part.slice(0, part.lastIndexOf("/") + 1) : "";
  return list.children.map((element) => {
    const { Id = "", Type = "", Target = "", TargetMode } = element.attributes;
    const external = TargetMode === "External";
    return {
      id: Id,
      type: Type,
      target: external ? Target : resolvePart(folder, Target),
      external,
    };
  });
}

/** The last word of a relationship's type: both the transitional and the strict format use the same ones. */
export function relationshipKind(relationship: KeptRelationship): string {
  return relationship.type.slice(relationship.type.lastIndexOf("/") + 1);
}

export function relationshipsName(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

export function parsePart(name: string, text: string): XmlElement {
  try {
    return parseXml(text);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new UnreadableFile({ code: "broken-part", part: name, detail: error.message });
  }
}

function partKey(name: string): string {
  return name.replace(/^\//, "").toLowerCase();
}

function resolvePart(folder: string, target: string): string {
  const path = target.startsWith("/") ? target.slice(1) : folder + target;
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

function xmlEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}

function decodeXml(bytes: Uint8Array): string {
  return new TextDecoder(xmlEncoding(bytes)).decode(bytes);
}

/** A large part as text, piece by piece, so that it never stands in memory as one string. */
export function* textPieces(bytes: Uint8Array, pieceBytes = 1 << 22): Generator<string> {
  const decoder = new TextDecoder(xmlEncoding(bytes));
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const last = at + pieceBytes >= bytes.length;
    yield decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: !last });
  }
}
