import type { KeptRelationship } from "../model/kept";
import { relationshipsNamespace } from "./namespaces";
import { relationshipsName } from "./package-read";
import { relationshipsText } from "./sheet-write";
import { attributesText, xmlHeader } from "./xml";
import { ZipWriter } from "./zip-writer";

/** An Open Packaging package (ECMA-376 part 2) being written: parts, their content types and what they lead to. */
export class PackageWriter {
  readonly #zip = new ZipWriter();
  readonly #types = new Map<string, string>();

  /** @param contentType - null for what the package knows by its name's ending: lists of relationships, plain XML */
  part(
    name: string,
    content: string | Uint8Array | Iterable<string>,
    contentType: string | null,
  ): void {
    this.#zip.add(name, content);
    if (contentType !== null) this.#types.set(name, contentType);
  }

  /** What a part leads to; "" stands for the package itself. */
  relationships(part: string, relationships: readonly KeptRelationship[]): void {
    const text = relationshipsText(relationships);
    if (text !== null) this.#zip.add(relationshipsName(part), text);
  }

  /** The bytes of the package. */
  finish(): Uint8Array {
    const overrides = [...this.#types].map(
      ([name, type]) => `<Override${attributesText({ PartName: `/${name}`, ContentType: type })}/>`,
    );
    this.#zip.add(
      "[Content_Types].xml",
      `${xmlHeader}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`,
    );
    return this.#zip.finish();
  }
}

/** Adds a relationship under an id that kept ones do not have, and returns the id. */
export function linkTo(
  links: KeptRelationship[],
  kind: string,
  target: string,
  external = false,
): string {
  const taken = new Set(links.map(({ id }) => id));
  let number = links.length + 1;
  while (taken.has(`ks${number}`)) number++;
  links.push({ ...link(`ks${number}`, kind, target), external });
  return `ks${number}`;
}

export function link(id: string, kind: string, target: string): KeptRelationship {
  return { id, type: `${relationshipsNamespace}/${kind}`, target, external: false };
}
