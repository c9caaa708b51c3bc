import { planSetUp } from "../../src/app/set-up/plan-set-up";
import type { NewName, NewTable } from "../../src/app/workbook/install";
import { civil, type Day } from "../../src/domain/day";
import { cadence } from "../../src/functions/cadence";
import { CellFailure } from "../../src/functions/cell-failure";
import { grade } from "../../src/functions/grade";
import { nextFollowup } from "../../src/functions/next-follow-up";
import { urgency } from "../../src/functions/urgency";
import type { Calculation, CustomCall } from "../../src/host/calc/calculation";
import { createCalculation } from "../../src/host/calc/engine";
import { isCellError, type Scalar } from "../../src/host/model/cell";
import type { Sheet } from "../../src/host/model/sheet";
import { Workbook } from "../../src/host/model/workbook";
import { cellAddress } from "../../src/tables/a1";
import type { CellStyle } from "../../src/tables/cells";
import type { Cell, Row } from "../../src/tables/change";
import type { TableId } from "../../src/tables/schema";
import { factsOf } from "./sheets";

/**
 * A workbook as set-up plans it, calculated by the embedded host: what the formulas of the plan answer, with nothing
 * of Excel's interface in between.
 */
export class LaidOut {
  readonly calculation: Calculation;
  readonly #workbook = new Workbook();
  readonly #sheets = new Map<TableId, { readonly sheet: Sheet; readonly table: NewTable }>();

  constructor(
    asOf: Day,
    customers: readonly Row[],
    style: CellStyle,
    settings: Readonly<Record<string, Cell>> = {},
  ) {
    const facts = { ...factsOf(style), tables: {}, sheetNames: [], tableNames: [] };
    const plan = planSetUp(
      { kind: "create", facts },
      {},
      {
        language: style.language,
        asOf,
        newId: (prefix) => prefix,
        rows: [],
      },
    );
    if (!plan.ok) throw new Error("no plan");
    this.#workbook.date1904 = style.dateSystem === 1904;
    for (const table of plan.value.install.create) {
      const columns = table.columns.map(({ column }) => column);
      const rows =
        table.table === "customers"
          ? customers.map((row) => columns.map((column) => row[column] ?? null))
          : table.rows.map((row) =>
              table.table === "settings" && String(row[0]) in settings
                ? row.map((cell, at) =>
                    columns[at] === "amount" ? (settings[String(row[0])] ?? null) : cell,
                  )
                : row,
            );
      this.#layOut(table, rows);
    }
    for (const name of plan.value.install.names) this.#define(name);
    this.calculation = createCalculation(this.#workbook);
    const { year, month, day } = civil(asOf);
    this.calculation.setClock(() => new Date(year, month - 1, day, 9, 30));
    this.calculation.setCustomFunctions({
      traits: (name) =>
        name.startsWith("CRM.") ? { readsAddresses: false, isVolatile: false } : null,
      call: (calls) => Promise.resolve(calls.map(answer)),
    });
    this.calculation.recalculate();
  }

  /** The value of a customer's cell, errors as their code, once every custom function has answered. */
  async column(column: string): Promise<readonly unknown[]> {
    await this.calculation.settled();
    const { sheet, table } = this.#at("customers");
    const index = table.columns.findIndex((entry) => entry.column === column);
    const { rows } = sheet.cells.valueExtent();
    return Array.from({ length: rows - 1 }, (_, row) => {
      const value = sheet.cells.value(row + 1, index);
      return isCellError(value) ? value.error : value;
    });
  }

  /** Evaluates a formula with `{columnId}` as standing in a customer's row. */
  evaluate(formula: string, row: number): unknown {
    const { sheet, table } = this.#at("customers");
    const at = { sheetId: sheet.id, row: row + 1, column: 60 };
    return this.calculation.evaluate(placed(formula, table, row + 1), at);
  }

  #layOut(table: NewTable, rows: readonly (readonly Cell[])[]): void {
    const sheet = this.#workbook.addSheet(table.sheet);
    this.#sheets.set(table.table, { sheet, table });
    table.columns.forEach(({ header, fill }, column) => {
      sheet.cells.setValue(0, column, header);
      rows.forEach((row, at) => {
        if (fill !== null && "formula" in fill)
          sheet.cells.setFormula(at + 1, column, { text: placed(fill.formula, table, at + 1) });
        else sheet.cells.setValue(at + 1, column, row[column] ?? null);
      });
    });
  }

  #define({ name, table: id, from, to, rows }: NewName): void {
    const { sheet, table } = this.#at(id);
    const column = (wanted: string) => table.columns.findIndex(({ column: has }) => has === wanted);
    const last = rows?.last ?? table.rows.length - 1;
    const [first, end] = [
      cellAddress((rows?.first ?? 0) + 1, column(from)),
      cellAddress(last + 1, column(to)),
    ].map((address) => address.replace(/([A-Z]+)(\d+)/u, "$$$1$$$2"));
    const area = first === end ? first : `${first}:${end}`;
    const formula = `='${sheet.name}'!${area}`;
    this.#workbook.names.push({ name, formula, sheetId: null, visible: true, comment: "" });
  }

  #at(table: TableId) {
    const found = this.#sheets.get(table);
    if (found === undefined) throw new Error(`${table} is not laid out`);
    return found;
  }
}

function placed(formula: string, table: NewTable, row: number): string {
  return formula.replace(/\{(\w+)\}/gu, (_, id: string) => {
    const index = table.columns.findIndex(({ column }) => column === id);
    return `$${cellAddress(row, index)}`;
  });
}

function answer({ name, args }: CustomCall): Scalar {
  const [first, second, third, fourth, fifth] = args.map(argument);
  const area = (value: unknown) => (Array.isArray(value) ? (value as unknown[][]) : undefined);
  const result =
    name === "CRM.GRADE"
      ? grade(first, second, third, area(fourth))
      : name === "CRM.NEXTFOLLOWUP"
        ? nextFollowup(
            first,
            second,
            third,
            area(fourth),
            Array.isArray(fifth) ? area(fifth) : [[fifth]],
          )
        : name === "CRM.URGENCY"
          ? urgency(first, second, area(third))
          : cadence(first, area(second));
  if (!(result instanceof CellFailure)) return result;
  return { error: result.code === "notAvailable" ? "#N/A" : "#VALUE!" };
}

function argument(value: CustomCall["args"][number]): unknown {
  return isCellError(value) ? value.error : value;
}
