import { refuseReadOnly } from "../edit/protection";
import { ApiObject } from "../protocol/api-object";
import { integer, text } from "./arguments";
import { CustomPropertyCollection } from "./custom-properties";
import type { Session } from "./session";

/** https://learn.microsoft.com/javascript/api/excel/excel.documentproperties */
export class DocumentProperties extends ApiObject {
  readonly className = "DocumentProperties";

  constructor(readonly session: Session) {
    super();
  }

  /** #author */
  get author(): string {
    return read(this, "author");
  }

  set author(value: unknown) {
    write(this, "author", value);
  }

  /** #category */
  get category(): string {
    return read(this, "category");
  }

  set category(value: unknown) {
    write(this, "category", value);
  }

  /** #comments */
  get comments(): string {
    return read(this, "comments");
  }

  set comments(value: unknown) {
    write(this, "comments", value);
  }

  /** #company */
  get company(): string {
    return read(this, "company");
  }

  set company(value: unknown) {
    write(this, "company", value);
  }

  /** #creationDate: null where nobody has said it */
  get creationDate(): string | null {
    const { properties } = this.session.workspace.workbook;
    const said = properties.get("creationDate");
    return typeof said === "string" ? said : null;
  }

  /** #custom */
  get custom(): CustomPropertyCollection {
    return new CustomPropertyCollection(this.session);
  }

  /** #keywords */
  get keywords(): string {
    return read(this, "keywords");
  }

  set keywords(value: unknown) {
    write(this, "keywords", value);
  }

  /** #lastAuthor */
  get lastAuthor(): string {
    return read(this, "lastAuthor");
  }

  /** #manager */
  get manager(): string {
    return read(this, "manager");
  }

  set manager(value: unknown) {
    write(this, "manager", value);
  }

  /** #revisionNumber */
  get revisionNumber(): number {
    return Number(this.session.workspace.workbook.properties.get("revisionNumber") ?? 0);
  }

  set revisionNumber(value: unknown) {
    refuseReadOnly(this.session.workspace);
    const number = integer(value, "revisionNumber");
    this.session.workspace.workbook.properties.set("revisionNumber", number);
  }

  /** #subject */
  get subject(): string {
    return read(this, "subject");
  }

  set subject(value: unknown) {
    write(this, "subject", value);
  }

  /** #title */
  get title(): string {
    return read(this, "title");
  }

  set title(value: unknown) {
    write(this, "title", value);
  }
}

function read(properties: DocumentProperties, name: string): string {
  return String(properties.session.workspace.workbook.properties.get(name) ?? "");
}

function write(properties: DocumentProperties, name: string, value: unknown): void {
  refuseReadOnly(properties.session.workspace);
  properties.session.workspace.workbook.properties.set(name, text(value, name));
}
