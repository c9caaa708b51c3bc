import { refuseReadOnly } from "../edit/protection";
import { parseXml, type XmlElement } from "../file/xml";
import { ApiObject, identity, items } from "../protocol/api-object";
import { HostError, invalidArgument, itemNotFound } from "../protocol/host-error";
import { text } from "./arguments";
import { KeyedCollection } from "./collections";
import type { Session } from "./session";

/** XML of add-ins kept in the file. https://learn.microsoft.com/javascript/api/excel/excel.customxmlpartcollection */
export class CustomXmlPartCollection extends KeyedCollection<CustomXmlPart> {
  readonly className = "CustomXmlPartCollection";
  readonly itemName = "the custom XML part";
  override readonly keyName = "id";
  override readonly anyCase = true;

  constructor(readonly session: Session) {
    super();
  }

  override [items](): readonly CustomXmlPart[] {
    return partsOf(this.session);
  }

  /** #add */
  add(xml: unknown): CustomXmlPart {
    refuseReadOnly(this.session.workspace);
    const source = text(xml, "xml");
    checkXml(source);
    const { xmlParts } = this.session.workspace.workbook;
    const id = freeId(xmlParts);
    xmlParts.set(id, source);
    return new CustomXmlPart(this.session, id);
  }

  /** #getByNamespace */
  getByNamespace(namespaceUri: unknown): CustomXmlPartScopedCollection {
    return new CustomXmlPartScopedCollection(this.session, text(namespaceUri, "namespaceUri"));
  }
}

/** The parts of one namespace. https://learn.microsoft.com/javascript/api/excel/excel.customxmlpartscopedcollection */
export class CustomXmlPartScopedCollection extends KeyedCollection<CustomXmlPart> {
  readonly className = "CustomXmlPartScopedCollection";
  readonly itemName = "the custom XML part";
  override readonly keyName = "id";
  override readonly anyCase = true;
  readonly #namespace: string;

  constructor(
    readonly session: Session,
    namespace: string,
  ) {
    super();
    this.#namespace = namespace;
  }

  override [items](): readonly CustomXmlPart[] {
    return partsOf(this.session).filter((part) => part.namespaceUri === this.#namespace);
  }

  /** #getOnlyItem: fails unless there is exactly one */
  getOnlyItem(): CustomXmlPart {
    const [only, ...more] = this[items]();
    if (only === undefined) throw itemNotFound(`a part of the namespace '${this.#namespace}'`);
    if (more.length > 0) {
      throw new HostError(
        "InvalidOperation",
        `The namespace '${this.#namespace}' has several parts.`,
      );
    }
    return only;
  }

  /** #getOnlyItemOrNullObject: a null object unless there is exactly one */
  getOnlyItemOrNullObject(): CustomXmlPart | null {
    const [only, ...more] = this[items]();
    return only === undefined || more.length > 0 ? null : only;
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.customxmlpart */
export class CustomXmlPart extends ApiObject {
  readonly className = "CustomXmlPart";

  constructor(
    readonly session: Session,
    readonly partId: string,
  ) {
    super();
  }

  override [identity](): string {
    return this.partId;
  }

  /** #id */
  get id(): string {
    return this.partId;
  }

  /** #namespaceUri */
  get namespaceUri(): string {
    const root = checkXml(this.getXml());
    const prefix = root.prefix === "" ? "xmlns" : `xmlns:${root.prefix}`;
    return root.attributes[prefix] ?? "";
  }

  /** #delete */
  delete(): void {
    refuseReadOnly(this.session.workspace);
    this.getXml();
    this.session.workspace.workbook.xmlParts.delete(this.partId);
  }

  /** #getXml */
  getXml(): string {
    const xml = this.session.workspace.workbook.xmlParts.get(this.partId);
    if (xml === undefined) throw itemNotFound("the custom XML part has been deleted");
    return xml;
  }

  /** #setXml */
  setXml(xml: unknown): void {
    refuseReadOnly(this.session.workspace);
    this.getXml();
    const source = text(xml, "xml");
    checkXml(source);
    this.session.workspace.workbook.xmlParts.set(this.partId, source);
  }
}

function partsOf(session: Session): CustomXmlPart[] {
  return [...session.workspace.workbook.xmlParts.keys()].map(
    (id) => new CustomXmlPart(session, id),
  );
}

/** @throws HostError InvalidArgument where the text is no well-formed XML with one root */
function checkXml(source: string): XmlElement {
  try {
    return parseXml(source);
  } catch (error) {
    throw invalidArgument("xml", error instanceof Error ? error.message : "no well-formed XML");
  }
}

function freeId(taken: ReadonlyMap<string, string>): string {
  for (let number = taken.size + 1; ; number++) {
    const serial = number.toString(16).padStart(12, "0").toUpperCase();
    const id = `{00000000-0000-0000-0004-${serial}}`;
    if (!taken.has(id)) return id;
  }
}
