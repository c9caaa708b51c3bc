import type { Unmodelled } from "../model/unmodelled";
import type { XmlElement } from "./xml";

/** Collects what elements say beyond what the model has members for. */
export class UnmodelledReader {
  readonly #attributes: Record<string, Readonly<Record<string, string>>> = {};
  #children = "";
  #namespaces: Readonly<Record<string, string>> = {};

  /** @param source - the text the elements stand in */
  constructor(readonly source: string) {}

  /** Takes the attributes that are not among the modelled ones. */
  attributes(element: XmlElement | undefined, modelled: string): this {
    const names = new Set(modelled.split(" "));
    const left = Object.entries(element?.attributes ?? {}).filter(
      ([name]) => !names.has(name) && !name.startsWith("xmlns") && !name.startsWith("mc:"),
    );
    if (element !== undefined && left.length > 0) {
      this.#attributes[element.name] = Object.fromEntries(left);
    }
    return this;
  }

  /** Takes attributes of an element that stands elsewhere in the file. */
  stated(element: string, attributes: Readonly<Record<string, string>> | undefined): this {
    if (attributes !== undefined) this.#attributes[element] = attributes;
    return this;
  }

  /** Takes the child elements that are not among the modelled ones. */
  children(element: XmlElement, modelled: string): this {
    const names = new Set(modelled.split(" "));
    for (const child of element.children) {
      if (!names.has(child.name)) this.#children += this.source.slice(child.start, child.end);
    }
    return this;
  }

  /** Takes the prefixes a part declares at its root, for what is kept to be read again. */
  namespaces(root: XmlElement): this {
    this.#namespaces = Object.fromEntries(
      Object.entries(root.attributes).filter(([name]) => /^(?:xmlns|mc):/.test(name)),
    );
    return this;
  }

  /** A member to be spread into the thing; empty where the model says it all. */
  get found(): { readonly unmodelled?: Unmodelled } {
    const none = Object.keys(this.#attributes).length === 0 && this.#children === "";
    const prefixed = Object.keys(this.#namespaces).length > 0;
    const attributes = prefixed
      ? { ...this.#attributes, xmlns: this.#namespaces }
      : this.#attributes;
    return none ? {} : { unmodelled: { attributes, children: this.#children } };
  }
}

/** The kept attributes of one element. */
export function unmodelledAttributes(
  { unmodelled }: { readonly unmodelled?: Unmodelled },
  element: string,
): Readonly<Record<string, string>> {
  return unmodelled?.attributes[element] ?? {};
}
