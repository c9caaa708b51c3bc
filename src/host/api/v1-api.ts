import { bindingFacts, boundPlace, type BindingFacts } from "../edit/bound-places";
import { clearCells } from "../edit/cells";
import { selectAreas } from "../edit/select";
import { bodyArea } from "../model/table";
import { ApiObject } from "../protocol/api-object";
import { HostError } from "../protocol/host-error";
import type { JsonObject } from "../protocol/json";
import { optionalInteger, record, text } from "./arguments";
import { BindingCollection } from "./bindings";
import { namedPlace, type Place } from "./range-address";
import { sheetOf, type Session } from "./session";
import { Table } from "./table";
import { dataAt, readData, wantedOf, writeSelected, writeWithin } from "./v1-data";
import { DocumentFailure, Failure, statusOf } from "../protocol/document-failure";

type Answer = { readonly status: number } & Record<string, unknown>;

const typesOfDocument = { Range: "matrix", Table: "table", Text: "text" } as const;

/**
 * The methods of `Office.context.document` and its bindings, which office.js sends as requests to the workbook where the
 * host says it has `RedirectV1Api`. Each answers with office.js's status number, 0 where all went well.
 * https://learn.microsoft.com/javascript/api/office/office.document
 */
export class V1Api extends ApiObject {
  readonly className = "_V1Api";

  constructor(readonly session: Session) {
    super();
  }

  /** #getSelectedDataAsync */
  getSelectedData(input: unknown): Answer {
    return answered(() => ({
      ...dataAt(this.session, selectedPlace(this.session), wantedOf(record(input, "options"))),
    }));
  }

  /** #setSelectedDataAsync; looks given along with the data are refused */
  setSelectedData(input: unknown): Answer {
    return answered(() => {
      const { data, cellFormat, tableOptions } = record(input, "options");
      refuseLooks(cellFormat, tableOptions);
      writeSelected(this.session, selectedPlace(this.session), readData(data));
    });
  }

  /** How the client calls #goToByIdAsync: a binding or a name */
  gotoById(input: unknown): Answer {
    return answered(() => {
      const { id, goToType } = record(input, "options");
      const { workbook, window } = this.session.workspace;
      const known = workbook.bindings.find((one) => one.id === id);
      const home = workbook.sheetById(window.activeSheetId);
      const found =
        goToType === "binding"
          ? known && boundPlace(workbook, known)
          : goToType === "namedItem"
            ? home && namedPlace(this.session, home, text(id, "id"))
            : undefined;
      if (goToType !== "binding" && goToType !== "namedItem") {
        throw new DocumentFailure(Failure.notSupported);
      }
      if (found === undefined || found === null) throw new DocumentFailure(Failure.noSuchId);
      selectAreas(this.session.workspace, found.sheet.id, [found.area]);
    });
  }

  /** #getFilePropertiesAsync */
  getFilePropertiesAsync(): Answer {
    return answered(() => ({ url: this.session.workspace.workbook.fileName }));
  }

  /** https://learn.microsoft.com/javascript/api/office/office.bindings #addFromSelectionAsync */
  bindingAddFromSelection(input: unknown): Answer {
    return answered(() => {
      const { id, bindingType } = record(input, "options");
      selectedPlace(this.session, Failure.severalSelected);
      return this.#bound(id, Failure.selectionHasOtherType, () =>
        new BindingCollection(this.session).addFromSelection(typeWord(bindingType), id),
      );
    });
  }

  /** https://learn.microsoft.com/javascript/api/office/office.bindings #addFromNamedItemAsync: a name, a table, or an address with its sheet */
  bindingAddFromNamedItem(input: unknown): Answer {
    return answered(() => {
      const { id, bindingType, itemName } = record(input, "options");
      const name = text(itemName, "itemName");
      const bindings = new BindingCollection(this.session);
      return this.#bound(id, Failure.nameHasOtherType, () => {
        try {
          return bindings.addFromNamedItem(name, typeWord(bindingType), id);
        } catch (error) {
          if (!(error instanceof HostError) || error.code !== "ItemNotFound") throw error;
          if (!name.includes("!")) throw new DocumentFailure(Failure.noSuchName);
          return bindings.add(name, typeWord(bindingType), id);
        }
      });
    });
  }

  /** https://learn.microsoft.com/javascript/api/office/office.bindings #getAllAsync */
  bindingGetAll(): Answer {
    const { workbook } = this.session.workspace;
    const found = workbook.bindings.flatMap(({ id }) => bindingFacts(workbook, id) ?? []);
    return { status: 0, bindings: found.map(described) };
  }

  /** https://learn.microsoft.com/javascript/api/office/office.bindings #getByIdAsync */
  bindingGetById(input: unknown): Answer {
    return answered(() => described(this.#facts(record(input, "options")["id"])));
  }

  /** https://learn.microsoft.com/javascript/api/office/office.bindings #releaseByIdAsync */
  bindingReleaseById(input: unknown): Answer {
    return answered(() => {
      new BindingCollection(this.session).getItem(record(input, "options")["id"]).delete();
    });
  }

  /** https://learn.microsoft.com/javascript/api/office/office.binding #getDataAsync, whole or from `startRow` and `startColumn` on */
  bindingGetData(input: unknown): Answer {
    return answered(() => {
      const options = record(input, "options");
      const { sheet, area, body } = this.#place(options);
      const wanted = wantedOf(options);
      const [row, column] = [start(options, "startRow"), start(options, "startColumn")];
      const [rows, columns] = [options["rowCount"], options["columnCount"]];
      const isWhole = row === 0 && column === 0 && !rows && !columns;
      const from = isWhole && !wanted.asTable ? area : body;
      const [top, left] = [from.top + row, from.left + column];
      const bottom = rows ? top + (optionalInteger(rows, "rowCount") ?? 0) - 1 : from.bottom;
      const right = columns
        ? left + (optionalInteger(columns, "columnCount") ?? 0) - 1
        : from.right;
      if (bottom > from.bottom || right > from.right || bottom < top || right < left) {
        throw new DocumentFailure(Failure.invalidArgument);
      }
      return { ...dataAt(this.session, { sheet, area: { top, left, bottom, right } }, wanted) };
    });
  }

  /** https://learn.microsoft.com/javascript/api/office/office.binding #setDataAsync; looks given along with the data are refused */
  bindingSetData(input: unknown): Answer {
    return answered(() => {
      const options = record(input, "options");
      const { data, cellFormat, tableOptions } = options;
      refuseLooks(cellFormat, tableOptions);
      const place = this.#place(options);
      const { sheet, area, body } = place;
      const given = readData(data);
      const from = { row: start(options, "startRow"), column: start(options, "startColumn") };
      if (given.headers !== null) {
        if (!place.hasHeaders) throw new DocumentFailure(Failure.notForThisType);
        const headings = { ...area, bottom: area.top };
        writeWithin(this.session, { sheet, area: headings }, given.headers, { ...from, row: 0 });
      }
      const isPart = from.row > 0 || from.column > 0;
      const cells = place.hasHeaders && (given.headers !== null || isPart) ? body : area;
      writeWithin(this.session, { sheet, area: cells }, given.rows, from);
    });
  }

  /** https://learn.microsoft.com/javascript/api/office/office.tablebinding #addRowsAsync */
  bindingAddRows(input: unknown): Answer {
    return answered(() => {
      const { id, data } = record(input, "options");
      this.#table(id).rows.add(null, readData(data).rows);
    });
  }

  /** https://learn.microsoft.com/javascript/api/office/office.tablebinding #addColumnsAsync */
  bindingAddColumns(input: unknown): Answer {
    return answered(() => {
      const { id, data } = record(input, "options");
      const { rows, headers } = readData(data);
      const { columns } = this.#table(id);
      for (let at = 0; at < (rows[0]?.length ?? 0); at++) {
        const values = rows.map((row) => [row[at] ?? null]);
        columns.add(null, headers === null ? values : [[headers[0]?.[at] ?? ""], ...values]);
      }
    });
  }

  /** https://learn.microsoft.com/javascript/api/office/office.tablebinding #deleteAllDataValuesAsync: the table keeps its headings and one blank row */
  bindingDeleteAllDataValues(input: unknown): Answer {
    return answered(() => {
      const table = this.#table(record(input, "options")["id"]);
      const { sheet, table: stored } = tableOf(this.session, table);
      const rows = table.rows.getCount();
      if (rows > 1) table.rows.deleteRowsAt(1, rows - 1);
      clearCells(this.session.workspace, sheet, bodyArea(stored), "Contents");
    });
  }

  /** https://learn.microsoft.com/javascript/api/office/office.bindings #addFromPromptAsync: nobody can be asked */
  bindingAddFromPrompt(): Answer {
    return { status: Failure.notSupported };
  }

  #facts(id: unknown): BindingFacts {
    const facts = bindingFacts(this.session.workspace.workbook, text(id, "id"));
    if (facts === null) throw new DocumentFailure(Failure.noSuchBinding);
    return facts;
  }

  #place(options: JsonObject): NonNullable<ReturnType<typeof boundPlace>> {
    if (options["rows"] || options["columns"]) throw new DocumentFailure(Failure.notSupported);
    const { workbook } = this.session.workspace;
    const binding = workbook.bindings.find(({ id }) => id === options["id"]);
    const place = binding === undefined ? null : boundPlace(workbook, binding);
    if (place === null) throw new DocumentFailure(Failure.noSuchBinding);
    return place;
  }

  #table(id: unknown): Table {
    const { workbook } = this.session.workspace;
    const binding = workbook.bindings.find((one) => one.id === id);
    if (binding === undefined) throw new DocumentFailure(Failure.noSuchBinding);
    if (binding.type !== "Table") throw new DocumentFailure(Failure.notForThisType);
    return new Table(this.session, binding.tableId);
  }

  /** Binds and describes; cells of another kind than was asked for are told as `otherwise`. */
  #bound(id: unknown, otherwise: number, bind: () => unknown): Record<string, unknown> {
    try {
      bind();
    } catch (error) {
      if (error instanceof HostError && error.code === "InvalidArgument") {
        return { status: otherwise };
      }
      throw error;
    }
    return described(this.#facts(id));
  }
}

function tableOf(session: Session, { tableId }: Table) {
  for (const found of session.workspace.workbook.tables()) {
    if (found.table.id === tableId) return found;
  }
  throw new DocumentFailure(Failure.noSuchBinding);
}

/** What went well with status 0, an expected failure with its own. */
function answered(work: () => unknown): Answer {
  try {
    const told = work();
    return { status: 0, ...(typeof told === "object" ? told : {}) };
  } catch (error) {
    return { status: statusOf(error) };
  }
}

function described({ id, type, rows, columns, hasHeaders }: BindingFacts): Record<string, unknown> {
  return {
    bindingId: id,
    bindingType: typesOfDocument[type],
    bindingRowCount: rows,
    bindingColumnCount: columns,
    hasHeaders,
  };
}

/** "matrix" is what Excel's own API calls a range. */
function typeWord(bindingType: unknown): unknown {
  return bindingType === "matrix" ? "Range" : bindingType;
}

function start(options: JsonObject, name: string): number {
  const from = optionalInteger(options[name], name) ?? 0;
  if (from < 0) throw new DocumentFailure(Failure.invalidArgument);
  return from;
}

function refuseLooks(...looks: readonly unknown[]): void {
  const given = looks.some(
    (one) => one !== null && one !== undefined && !(Array.isArray(one) && one.length === 0),
  );
  if (given) throw new DocumentFailure(Failure.notSupported);
}

/** The one area selected in the client's window. */
function selectedPlace(
  session: Session,
  several:
    typeof Failure.severalSelected | typeof Failure.selectionIsOther = Failure.selectionIsOther,
): Place {
  const { window } = session.workspace;
  const sheet = sheetOf(session, window.activeSheetId);
  const areas = window.selection?.sheetId === sheet.id ? window.selection.areas : [];
  if (areas.length > 1) throw new DocumentFailure(several);
  return { sheet, area: areas[0] ?? { top: 0, left: 0, bottom: 0, right: 0 } };
}
