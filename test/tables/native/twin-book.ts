import { civil, day, type Day } from "../../../src/domain/day";
import type { DateSystem } from "../../../src/domain/serial";
import { registerFunctions } from "../../../src/functions/register";
import type { Calculation, CustomCall } from "../../../src/host/calc/calculation";
import { createCalculation } from "../../../src/host/calc/engine";
import { isCellError, type Scalar } from "../../../src/host/model/cell";
import type { Sheet } from "../../../src/host/model/sheet";
import { Workbook } from "../../../src/host/model/workbook";
import { cellAddress, columnLetters } from "../../../src/tables/a1";
import { customersTable } from "../../../src/tables/specs/customers";
import { readingsSheet } from "../../../src/tables/native/readings";
import { cadenceTwin, customerTwins, overdueDaysTwin } from "../../../src/tables/native/twins";
import { associatedFunctions, StandInError } from "../../functions/custom-functions-stand-in";

/** What a manager has typed into Settings and Holidays. */
export interface TwinSettings {
  readonly title: string;
  readonly system: DateSystem;
  /** The as-of cell; null is blank, which means today. */
  readonly asOf: Scalar;
  readonly horizons: readonly (readonly Scalar[])[];
  readonly cadences: readonly (readonly Scalar[])[];
  readonly urgency: readonly (readonly Scalar[])[];
  readonly roll: Scalar;
  readonly holidays: readonly (readonly Scalar[])[];
}

/** What the clock says, unless a check is run by the real one. */
export const today = day("2026-03-01");

export const inputColumns = [
  "demand",
  "expectedClose",
  "gradeWord",
  "lastFollowUp",
  "agreedDay",
  "createdDay",
  "due",
] as const;

export type TwinRow = Readonly<Record<(typeof inputColumns)[number], Scalar>>;

function functionFormula(id: "grade" | "nextFollowUp" | "urgency"): string {
  const column = customersTable.columns.find((entry) => entry.id === id);
  if (column === undefined || !("formula" in column)) throw new Error(`no formula for ${id}`);
  return column.formula.en;
}

/** Each custom function's formula beside its twin, on the same cells of a row. */
const pairs: readonly (readonly [title: string, ofFunction: string, twin: string])[] = (
  [
    ["GRADE", functionFormula("grade"), customerTwins.grade],
    ["NEXTFOLLOWUP", functionFormula("nextFollowUp"), customerTwins.nextFollowUp],
    ["URGENCY", functionFormula("urgency"), customerTwins.urgency],
    ["OVERDUEDAYS", "=CRM.OVERDUEDAYS({due},crm_as_of)", overdueDaysTwin("{due}")],
    ["CADENCE", "=CRM.CADENCE({grade},crm_cadences)", cadenceTwin("{grade}")],
  ] as const
).map(([title, ...formulas]) => [
  title,
  // The columns of a grade and of a due day are inputs here, so that odd ones come up as well.
  ...(formulas.map((formula) =>
    formula.replaceAll("{grade}", "{gradeWord}").replaceAll("{nextFollowUp}", "{due}"),
  ) as [string, string]),
]);

export const twinTitles = pairs.map(([title]) => title);

function placed(formula: string, row: number): string {
  return formula.replaceAll(/\{(\w+)\}/gu, (_, column: string) => {
    const index = inputColumns.findIndex((entry) => entry === column);
    if (index < 0) throw new Error(`no input ${column}`);
    return `$${columnLetters(index)}${row + 1}`;
  });
}

/** Rows with settings, the readings sheet, and each function beside its twin. */
export class TwinBook {
  readonly workbook = new Workbook();
  readonly calculation: Calculation;
  readonly rowsSheet: Sheet;

  /**
   * @param twins - "calculated" beside the functions; "written" for another program, which calculates them afresh: they
   * hold no results then
   */
  constructor(
    readonly settings: TwinSettings,
    readonly rows: readonly TwinRow[],
    clock: Day = today,
    twins: "calculated" | "written" = "calculated",
  ) {
    this.workbook.date1904 = settings.system === 1904;
    this.rowsSheet = this.workbook.addSheet("Rows");
    layOutSettings(this.workbook, settings);
    rows.forEach((row, index) => {
      inputColumns.forEach((column, at) => this.rowsSheet.cells.setValue(index, at, row[column]));
      pairs.forEach(([, ofFunction], at) =>
        this.#formula(index, inputColumns.length + at, placed(ofFunction, index)),
      );
    });
    if (twins === "calculated") this.#writeTwins();
    this.calculation = createCalculation(this.workbook);
    const { year, month, day: dayOfMonth } = civil(clock);
    this.calculation.setClock(() => new Date(year, month - 1, dayOfMonth, 9, 30));
    const functions = associatedFunctions(() => registerFunctions(() => clock));
    this.calculation.setCustomFunctions({
      traits: (name) =>
        functions.has(name.replace("CRM.", ""))
          ? { readsAddresses: false, isVolatile: false }
          : null,
      call: (calls) => Promise.resolve(calls.map((call) => answerOf(functions, call))),
    });
    this.calculation.recalculate();
    if (twins === "written") this.#writeTwins();
  }

  /** What each function and its twin answer in a row; errors as their code. */
  answers(
    row: number,
  ): readonly { readonly title: string; readonly wanted: unknown; readonly found: unknown }[] {
    const left = inputColumns.length;
    return pairs.map(([title], at) => ({
      title,
      wanted: shown(this.rowsSheet.cells.value(row, left + at)),
      found: shown(this.rowsSheet.cells.value(row, left + pairs.length + at)),
    }));
  }

  /** Functions become values, so that only native formulas are left. */
  dropFunctions(): void {
    const left = inputColumns.length;
    this.rows.forEach((_, row) =>
      pairs.forEach((_pair, at) => this.rowsSheet.cells.setFormula(row, left + at, undefined)),
    );
  }

  #writeTwins(): void {
    layOutReadings(this.workbook);
    const left = inputColumns.length + pairs.length;
    this.rows.forEach((_, row) =>
      pairs.forEach(([, , twin], at) => {
        this.#formula(row, left + at, placed(twin, row));
        // Otherwise some programs show days as dates where a formula works with them.
        this.rowsSheet.cells.setStyle(row, left + at, { numberFormat: "0" });
      }),
    );
  }

  #formula(row: number, column: number, text: string): void {
    this.rowsSheet.cells.setFormula(row, column, { text });
  }
}

/** Settings and Holidays with their names, as functions and twins find them in a workbook. */
export function layOutSettings(workbook: Workbook, settings: TwinSettings): void {
  const { asOf, horizons, cadences, urgency, roll, holidays } = settings;
  const sheet = workbook.addSheet("Settings");
  let top = 0;
  const area = (name: string, cells: readonly (readonly Scalar[])[]) => {
    cells.forEach((row, index) =>
      row.forEach((cell, column) => sheet.cells.setValue(top + index, column, cell)),
    );
    const width = Math.max(...cells.map((row) => row.length));
    define(workbook, name, sheet, top, 0, top + cells.length - 1, width - 1);
    top += cells.length + 1;
  };
  area("crm_as_of", [[asOf]]);
  area("crm_horizons", horizons);
  area("crm_cadences", cadences);
  area("crm_urgency", urgency);
  area("crm_workday_roll", [[roll]]);
  area("crm_holidays", holidays);
}

/** The readings sheet, which only the twins need. */
export function layOutReadings(workbook: Workbook): void {
  const { title, columns, names } = readingsSheet();
  const sheet = workbook.addSheet(title.en);
  columns.forEach(({ heading, cells }, column) => {
    sheet.cells.setValue(0, column, heading);
    cells.forEach((cell, row) => {
      if (typeof cell === "string" && cell.startsWith("="))
        sheet.cells.setFormula(row + 1, column, { text: cell });
      else sheet.cells.setValue(row + 1, column, cell);
    });
  });
  for (const { name, column, columns: width, first, last } of names)
    define(workbook, name, sheet, first + 1, column, last + 1, column + width - 1);
}

function define(
  workbook: Workbook,
  name: string,
  sheet: Sheet,
  top: number,
  left: number,
  bottom: number,
  right: number,
): void {
  const [from, to] = [cellAddress(top, left), cellAddress(bottom, right)].map((address) =>
    address.replace(/([A-Z]+)(\d+)/u, "$$$1$$$2"),
  );
  const formula = `='${sheet.name}'!${from === to ? from : `${from}:${to}`}`;
  workbook.names.push({ name, formula, sheetId: null, visible: true, comment: "" });
}

/** A value as checks compare it; LibreOffice's files know no empty text apart from a blank. */
export function shown(value: Scalar): unknown {
  return isCellError(value) ? value.error : (value ?? "");
}

function answerOf(
  functions: ReadonlyMap<string, (...args: unknown[]) => unknown>,
  { name, args }: CustomCall,
): Scalar {
  const asExcelHandsOver = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(asExcelHandsOver)
      : isCellError(value)
        ? { type: "CustomFunctionError", code: value.error }
        : value;
  try {
    const answer = functions.get(name.replace("CRM.", ""))?.(...args.map(asExcelHandsOver));
    return (answer ?? null) as Scalar;
  } catch (error) {
    if (!(error instanceof StandInError)) throw error;
    return { error: error.code === "#N/A" ? "#N/A" : "#VALUE!", message: error.message };
  }
}
