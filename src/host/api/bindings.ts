import { splitSheet } from "../model/address";
import type { Binding as StoredBinding } from "../model/binding";
import { fixedReference } from "../calc/reference-text";
import { boundPlace } from "../edit/bound-places";
import { refuseReadOnly } from "../edit/protection";
import { ApiObject, identity, items } from "../protocol/api-object";
import {
  invalidArgument,
  invalidBinding,
  invalidReference,
  itemNotFound,
} from "../protocol/host-error";
import { text, word } from "./arguments";
import { ListedCollection } from "./collections";
import { namedPlace, placeOf, type Place } from "./range-address";
import { Range } from "./range";
import { areaOf, sheetOfRange } from "./range-part";
import type { Session } from "./session";
import { Table } from "./table";

/** https://learn.microsoft.com/javascript/api/excel/excel.bindingcollection */
export class BindingCollection extends ListedCollection<Binding> {
  readonly className = "BindingCollection";
  readonly itemName = "the binding";
  override readonly keyName = "id";

  constructor(readonly session: Session) {
    super();
  }

  override [items](): readonly Binding[] {
    return this.session.workspace.workbook.bindings.map(({ id }) => new Binding(this.session, id));
  }

  /** #count */
  get count(): number {
    return this.getCount();
  }

  /** #add: a range, or its full address with the sheet's name */
  add(range: unknown, bindingType: unknown, id: unknown): Binding {
    return bind(this.session, bindingType, id, () => {
      if (range instanceof Range) return { sheet: sheetOfRange(range), area: areaOf(range) };
      const address = text(range, "range");
      const { workbook } = this.session.workspace;
      const { sheet: name } = splitSheet(address);
      if (name === null) throw invalidArgument("range", "the sheet's name belongs to the address");
      const sheet = workbook.sheetByName(name);
      if (sheet === undefined) throw itemNotFound(`the worksheet '${name}'`);
      return placeOf(this.session, sheet, address, "range");
    });
  }

  /** #addFromNamedItem: InvalidReference where the name is not one area of cells */
  addFromNamedItem(name: unknown, bindingType: unknown, id: unknown): Binding {
    return bind(this.session, bindingType, id, () => {
      const given = text(name, "name");
      const { workbook } = this.session.workspace;
      const { sheet: prefix, rest } = splitSheet(given);
      const home = prefix === null ? workbook.sheets[0] : workbook.sheetByName(prefix);
      const known =
        workbook.tableByName(rest) !== undefined ||
        workbook.names.some(
          (one) =>
            one.name.toLowerCase() === rest.toLowerCase() &&
            (one.sheetId === null || one.sheetId === home?.id),
        );
      if (home === undefined || !known) throw itemNotFound(`the name '${given}'`);
      const place = namedPlace(this.session, home, rest);
      if (place === null) throw invalidReference(`the name '${given}' is not one area of cells`);
      return place;
    });
  }

  /** #addFromSelection: InvalidReference where several areas are selected */
  addFromSelection(bindingType: unknown, id: unknown): Binding {
    return bind(this.session, bindingType, id, () => {
      const { workbook, window } = this.session.workspace;
      const sheet = workbook.sheetById(window.activeSheetId);
      if (sheet === undefined) throw itemNotFound("the active worksheet");
      const selected = window.selection?.sheetId === sheet.id ? window.selection.areas : [];
      if (selected.length > 1) throw invalidReference("several areas are selected");
      return { sheet, area: selected[0] ?? { top: 0, left: 0, bottom: 0, right: 0 } };
    });
  }
}

/**
 * A binding whose events office.js hears of by the document's own bindings, not by requests; see the transports.
 * https://learn.microsoft.com/javascript/api/excel/excel.binding
 */
export class Binding extends ApiObject {
  readonly className = "Binding";

  constructor(
    readonly session: Session,
    readonly bindingId: string,
  ) {
    super();
  }

  override [identity](): string {
    return this.bindingId;
  }

  /** #id */
  get id(): string {
    return stored(this).id;
  }

  /** #type */
  get type(): string {
    return stored(this).type;
  }

  /** #delete */
  delete(): void {
    const { workspace } = this.session;
    refuseReadOnly(workspace);
    const { bindings } = workspace.workbook;
    const binding = stored(this);
    workspace.history.book();
    bindings.splice(bindings.indexOf(binding), 1);
  }

  /** #getRange: of a binding of type Range */
  getRange(): Range {
    return boundRange(this, "Range");
  }

  /** #getTable: of a binding of type Table */
  getTable(): Table {
    const binding = stored(this);
    const place = boundPlace(this.session.workspace.workbook, binding);
    if (binding.type !== "Table" || place === null) throw invalidBinding(binding.id);
    return new Table(this.session, binding.tableId);
  }

  /** #getText: the cell of a binding of type Text, as it is shown */
  getText(): string {
    const range = boundRange(this, "Text");
    this.session.upToDate();
    return range.text?.[0]?.[0] ?? "";
  }
}

function stored({ session, bindingId }: Binding): StoredBinding {
  const found = session.workspace.workbook.bindings.find(({ id }) => id === bindingId);
  if (found === undefined) throw itemNotFound(`the binding '${bindingId}' has been deleted`);
  return found;
}

function boundRange(binding: Binding, type: "Range" | "Text"): Range {
  const found = stored(binding);
  const place = boundPlace(binding.session.workspace.workbook, found);
  if (found.type !== type || place === null) throw invalidBinding(found.id);
  return new Range(binding.session, place.sheet.id, place.area);
}

/** Adds the binding; one with the same id gives way. */
function bind(session: Session, bindingType: unknown, id: unknown, place: () => Place): Binding {
  const { workspace } = session;
  refuseReadOnly(workspace);
  const type = word(bindingType, "bindingType", ["Range", "Table", "Text"]);
  const name = text(id, "id");
  if (name === "") throw invalidArgument("id", "a binding needs an id");
  const binding = bindingTo(place(), type, name);
  const { bindings } = workspace.workbook;
  workspace.history.book();
  const known = bindings.findIndex((one) => one.id === name);
  if (known < 0) bindings.push(binding);
  else bindings[known] = binding;
  return new Binding(session, name);
}

function bindingTo({ sheet, area }: Place, type: StoredBinding["type"], id: string): StoredBinding {
  if (type === "Table") {
    const table = sheet.tables.find(
      (one) =>
        area.top >= one.area.top &&
        area.left >= one.area.left &&
        area.bottom <= one.area.bottom &&
        area.right <= one.area.right,
    );
    if (table === undefined) throw invalidArgument("bindingType", "the cells are in no table");
    return { id, type, tableId: table.id };
  }
  if (type === "Text" && (area.top !== area.bottom || area.left !== area.right)) {
    throw invalidArgument("bindingType", "a text is one cell");
  }
  return { id, type, formula: fixedReference(sheet.name, area) };
}
