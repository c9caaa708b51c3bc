import { damaged, FileError } from "./file-problem";
import { XmlStream, type XmlReader } from "./xml";
import type { Zip } from "./zip";

/** A part another part refers to. */
export interface Link {
  readonly id: string;
  /** The last word of its type: "worksheet", "styles". */
  readonly kind: string;
  readonly part: string;
}

/** Reads a part from its beginning to its end; yields the share read. */
export function* readPart(zip: Zip, part: string, reader: XmlReader): Generator<number, void> {
  const xml = new XmlStream(reader);
  for (const { bytes, share } of zip.pieces(part)) {
    xml.write(bytes);
    yield share;
  }
  xml.end();
}

/** The package's main part, the workbook. @throws FileError `not-a-workbook` where there is none */
export function* mainPart(zip: Zip): Generator<number, string> {
  if (!zip.has("_rels/.rels")) throw new FileError({ code: "not-a-workbook" });
  const links = new Links("");
  yield* readPart(zip, "_rels/.rels", links);
  const main = links.found.find(({ kind }) => kind === "officeDocument")?.part;
  if (main === undefined) throw new FileError({ code: "not-a-workbook" });
  if (main.endsWith(".bin")) throw new FileError({ code: "other-format", format: "xlsb" });
  return main;
}

/** What a part refers to. */
export function* linksOf(zip: Zip, part: string): Generator<number, readonly Link[]> {
  const cut = part.lastIndexOf("/");
  const [folder, file] = [part.slice(0, cut + 1), part.slice(cut + 1)];
  const name = `${folder}_rels/${file}.rels`;
  if (!zip.has(name)) throw damaged("missing", name);
  const links = new Links(folder);
  yield* readPart(zip, name, links);
  return links.found;
}

class Links implements XmlReader {
  readonly found: Link[] = [];

  constructor(private readonly folder: string) {}

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (name !== "Relationship" || attribute("TargetMode") === "External") return;
    const kind = attribute("Type")?.split("/").at(-1) ?? "";
    const part = resolved(this.folder, attribute("Target") ?? "");
    this.found.push({ id: attribute("Id") ?? "", kind, part });
  }

  close(): void {
    // Everything is said in the opening tags.
  }
}

function resolved(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}
