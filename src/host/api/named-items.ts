import type { Scalar } from "../model/cell";
import type { DefinedName } from "../model/workbook";
import { canName } from "../edit/allowed-names";
import { apiValue } from "../edit/cells";
import { refuseReadOnly } from "../edit/protection";
import { fixedReference } from "../calc/reference-text";
import { ApiObject, identity, items } from "../protocol/api-object";
import { HostError, NoSuchRelation, invalidArgument, itemNotFound } from "../protocol/host-error";
import { optionalText, text, truth } from "./arguments";
import { KeyedCollection } from "./collections";
import { cellValueJson, type CellValueJson } from "./cell-values";
import { valueType } from "./range-cells";
import { referencedPlace } from "./range-address";
import { Range } from "./range";
import { areaOf, sheetOfRange } from "./range-part";
import { sheetOf, type Session } from "./session";

/** https://learn.microsoft.com/javascript/api/excel/excel.nameditemcollection */
export class NamedItemCollection extends KeyedCollection<NamedItem> {
  readonly className = "NamedItemCollection";
  readonly itemName = "the name";
  override readonly keyName = "name";
  override readonly anyCase = true;

  constructor(
    readonly session: Session,
    /** null for the workbook's own names. */
    readonly sheetId: string | null,
  ) {
    super();
  }

  override [items](): readonly NamedItem[] {
    return this.session.workspace.workbook.names
      .filter((name) => name.sheetId === this.sheetId)
      .map((name) => new NamedItem(this.session, name.name, this.sheetId));
  }

  /** #add: a range, or a formula with its "=" */
  add(name: unknown, reference: unknown, comment?: unknown): NamedItem {
    const formula =
      reference instanceof Range
        ? fixedReference(sheetOfRange(reference).name, areaOf(reference))
        : asFormulaText(reference);
    return addName(this, text(name, "name"), formula, comment);
  }

  /** #addFormulaLocal */
  addFormulaLocal(name: unknown, formula: unknown, comment?: unknown): NamedItem {
    return addName(this, text(name, "name"), asFormulaText(formula), comment);
  }
}

function asFormulaText(value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean") return `=${String(value)}`;
  const given = text(value, "reference");
  if (given.startsWith("=")) return given;
  return `="${given.replaceAll('"', '""')}"`;
}

function addName(
  collection: NamedItemCollection,
  name: string,
  formula: string,
  comment: unknown,
): NamedItem {
  const { session, sheetId } = collection;
  const { workspace } = session;
  refuseReadOnly(workspace);
  if (!canName(name)) throw invalidArgument("name", `'${name}' cannot name anything in Excel`);
  if (collection.getItemOrNullObject(name) !== null) {
    throw new HostError("ItemAlreadyExists", `The name '${name}' exists already.`, 409);
  }
  workspace.history.book();
  workspace.workbook.names.push({
    name,
    formula,
    sheetId,
    visible: true,
    comment: optionalText(comment, "comment") ?? "",
  });
  workspace.calculation.structureChanged();
  return new NamedItem(session, name, sheetId);
}

/** https://learn.microsoft.com/javascript/api/excel/excel.nameditem */
export class NamedItem extends ApiObject {
  readonly className = "NamedItem";

  constructor(
    readonly session: Session,
    readonly itemName: string,
    readonly sheetId: string | null,
  ) {
    super();
  }

  override [identity](): string {
    return this.itemName;
  }

  /** #name */
  get name(): string {
    return stored(this).name;
  }

  /** #formula */
  get formula(): string {
    return stored(this).formula;
  }

  set formula(value: unknown) {
    const formula = asFormulaText(value);
    change(this, (name) => (name.formula = formula));
    this.session.workspace.calculation.structureChanged();
  }

  /** #comment */
  get comment(): string {
    return stored(this).comment;
  }

  set comment(value: unknown) {
    const comment = text(value, "comment");
    change(this, (name) => (name.comment = comment));
  }

  /** #visible */
  get visible(): boolean {
    return stored(this).visible;
  }

  set visible(value: unknown) {
    const visible = truth(value, "visible");
    change(this, (name) => (name.visible = visible));
  }

  /** #scope */
  get scope(): string {
    return this.sheetId === null ? "Workbook" : "Worksheet";
  }

  /** #type */
  get type(): string {
    if (referenced(this) !== null) return "Range";
    const body = stored(this).formula.slice(1).trim();
    if (/^"(?:[^"]|"")*"$/.test(body)) return "String";
    if (/^(true|false)$/i.test(body)) return "Boolean";
    if (body !== "" && Number.isFinite(Number(body))) {
      return Number.isInteger(Number(body)) ? "Integer" : "Double";
    }
    return body.includes("#REF!") ? "Error" : "Range";
  }

  /** #value: the address, or the constant */
  get value(): unknown {
    const place = referenced(this);
    if (place !== null) return stored(this).formula.slice(1);
    const body = stored(this).formula.slice(1).trim();
    const quoted = /^"((?:[^"]|"")*)"$/.exec(body);
    if (quoted !== null) return (quoted[1] ?? "").replaceAll('""', '"');
    if (/^(true|false)$/i.test(body)) return body.toLowerCase() === "true";
    return body !== "" && Number.isFinite(Number(body)) ? Number(body) : body;
  }

  /** #valueAsJson: of a range, its first cell */
  get valueAsJson(): CellValueJson {
    const place = referenced(this);
    if (place === null) return cellValueJson(this.value as Scalar);
    const { top, left } = place.area;
    return cellValueJson(place.sheet.cells.value(top, left));
  }

  /** #valueAsJsonLocal: plain values are the same in all languages */
  get valueAsJsonLocal(): CellValueJson {
    return this.valueAsJson;
  }

  /** #arrayValues: of a range, its cells; of a constant array, its members; else the single value */
  get arrayValues(): NamedItemArrayValues {
    return new NamedItemArrayValues(this);
  }

  /** #worksheet */
  get worksheet(): ApiObject {
    if (this.sheetId === null) {
      throw new NoSuchRelation(
        "InvalidArgument",
        "The name belongs to the workbook, not to a sheet.",
      );
    }
    return this.session.objects.worksheet(this.sheetId);
  }

  /** #worksheetOrNullObject */
  get worksheetOrNullObject(): ApiObject | null {
    return this.sheetId === null ? null : this.session.objects.worksheet(this.sheetId);
  }

  /** #delete */
  delete(): void {
    const { workspace } = this.session;
    refuseReadOnly(workspace);
    const name = stored(this);
    workspace.history.book();
    workspace.workbook.names.splice(workspace.workbook.names.indexOf(name), 1);
    workspace.calculation.structureChanged();
  }

  /** #getRange */
  getRange(): Range {
    const range = this.getRangeOrNullObject();
    if (range === null) {
      throw new HostError("InvalidOperation", `The name '${this.itemName}' is no range.`);
    }
    return range;
  }

  /** #getRangeOrNullObject */
  getRangeOrNullObject(): Range | null {
    const place = referenced(this);
    return place === null ? null : new Range(this.session, place.sheet.id, place.area);
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.nameditemarrayvalues */
export class NamedItemArrayValues extends ApiObject {
  readonly className = "NamedItemArrayValues";

  constructor(readonly item: NamedItem) {
    super();
  }

  /** #values */
  get values(): unknown[][] {
    return cellsOf(this.item).map((line) => line.map(apiValue));
  }

  /** #types */
  get types(): string[][] {
    return cellsOf(this.item).map((line) => line.map(valueType));
  }

  /** #valuesAsJson */
  get valuesAsJson(): CellValueJson[][] {
    return cellsOf(this.item).map((line) => line.map(cellValueJson));
  }

  /** #valuesAsJsonLocal: plain values are the same in all languages */
  get valuesAsJsonLocal(): CellValueJson[][] {
    return this.valuesAsJson;
  }
}

/** What the name's formula comes to. */
function cellsOf(item: NamedItem): Scalar[][] {
  const { session } = item;
  session.upToDate();
  const { calculation, window } = session.workspace;
  const at = { sheetId: item.sheetId ?? window.activeSheetId, row: 0, column: 0 };
  const result = calculation.evaluate(stored(item).formula, at);
  return Array.isArray(result) ? (result as Scalar[][]) : [[result as Scalar]];
}

function stored(item: NamedItem): DefinedName {
  const found = item.session.workspace.workbook.names.find(
    (name) => name.name === item.itemName && name.sheetId === item.sheetId,
  );
  if (found === undefined) throw itemNotFound(`the name '${item.itemName}' has been deleted`);
  return found;
}

function change(item: NamedItem, apply: (name: DefinedName) => void): void {
  refuseReadOnly(item.session.workspace);
  const name = stored(item);
  item.session.workspace.history.book();
  apply(name);
}

function referenced(item: NamedItem): ReturnType<typeof referencedPlace> {
  const { session } = item;
  const [first] = session.workspace.workbook.sheets;
  const home = item.sheetId === null ? first : sheetOf(session, item.sheetId);
  return home === undefined ? null : referencedPlace(session, home, stored(item).formula);
}
