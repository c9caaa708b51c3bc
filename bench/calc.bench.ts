import type { CustomAnswer, CustomCall, Calculation } from "../src/host/calc/calculation";
import { ConditionalLooks } from "../src/host/calc/conditional";
import { createCalculation } from "../src/host/calc/engine";
import type { Sheet } from "../src/host/model/sheet";
import { Workbook } from "../src/host/model/workbook";
import { medianMs, type BenchRow } from "./bench";

const count = 100_000;
const grades = ["A", "B", "C", "D", "E"];

/** Calculation of the embedded host at 100,000 customers: grade and next day as custom functions, state as a formula. */
export async function run(): Promise<BenchRow[]> {
  const { workbook, sheet } = customers();
  const calculation = createCalculation(workbook);
  calculation.setCustomFunctions({
    traits: (name) =>
      name.startsWith("CRM.") ? { readsAddresses: false, isVolatile: false } : null,
    call: (calls) => Promise.resolve(calls.map(answer)),
  });
  const first = await elapsed(async () => {
    calculation.recalculate();
    await calculation.settled();
  });
  const edit = medianMs(() => editRow(calculation, sheet, 50_000, 2, (n) => 45_100 + n));
  const plain = medianMs(() => editRow(calculation, sheet, 50_000, 0, (n) => `name ${n}`));
  await calculation.settled();
  const asOf = await elapsed(async () => {
    editRow(calculation, sheet, 0, 25, (n) => 45_001 + n);
    await calculation.settled();
  });
  return [
    row(`${count} rows, 2 custom functions + 1 formula: first calculation`, first),
    row("one edit that changes grade, next day and state", edit),
    row("one edit nobody reads", plain),
    row("a new as-of day: every grade again", asOf),
    sumifs(sheet, calculation),
    ...looks(workbook, sheet, calculation),
  ];
}

function row(name: string, value: number, note?: string): BenchRow {
  const rounded = Math.round(value * 100) / 100;
  return { name, value: rounded, unit: "ms", ...(note === undefined ? {} : { note }) };
}

async function elapsed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Stands for the add-in: cheap and the same for the same arguments. */
function answer(call: CustomCall): CustomAnswer {
  const first = Number(call.args[1]);
  return call.name === "CRM.GRADE" ? (grades[first % 5] ?? "E") : first + 7;
}

function customers(): { workbook: Workbook; sheet: Sheet } {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Customers");
  const name = (text: string, formula: string): void => {
    workbook.names.push({ name: text, formula, sheetId: null, visible: true, comment: "" });
  };
  name("crm_as_of", "=Customers!$Z$1");
  name("crm_horizons", "=Customers!$Y$2:$Z$6");
  const { cells } = sheet;
  cells.setValue(0, 25, 45_000);
  for (let index = 1; index <= count; index++) {
    const line = index + 1;
    cells.setValue(index, 0, `Customer ${index}`);
    cells.setValue(index, 1, "clear");
    cells.setValue(index, 2, 45_000 + (index % 200));
    cells.setValue(index, 3, 44_990 - (index % 50));
    cells.setValue(index, 4, index % 1000);
    cells.setFormula(index, 5, { text: `=CRM.GRADE($B${line},$C${line},crm_as_of,crm_horizons)` });
    cells.setFormula(index, 6, {
      text: `=IF(AND($F${line}<>"",$D${line}=""),"",CRM.NEXTFOLLOWUP($F${line},$D${line}))`,
    });
    cells.setFormula(index, 7, {
      text: `=IF($G${line}="","",IF($G${line}<TODAY(),"逾期 "&(TODAY()-$G${line})&" 天","以后"))`,
    });
  }
  return { workbook, sheet };
}

let edits = 0;

function editRow(
  calculation: Calculation,
  sheet: Sheet,
  at: number,
  column: number,
  value: (n: number) => number | string,
): number {
  sheet.cells.setValue(at, column, value(edits++));
  calculation.cellsChanged(sheet, { top: at, left: column, bottom: at, right: column });
  return calculation.recalculate().length;
}

function sumifs(sheet: Sheet, calculation: Calculation): BenchRow {
  const at = { sheetId: sheet.id, row: 0, column: 30 };
  const ms = medianMs(() => {
    // Touching the summed column makes the range be read again, as after an edit.
    calculation.cellsChanged(sheet, { top: 5, left: 4, bottom: 5, right: 4 });
    return calculation.evaluate('=SUMIFS(E:E,B:B,"clear",C:C,">45050")', at);
  });
  return row(`SUMIFS with two conditions over ${count} rows`, ms);
}

function looks(workbook: Workbook, sheet: Sheet, calculation: Calculation): BenchRow[] {
  const steps = [14, 7, 3, 0].map((days, priority) => ({
    id: String(priority),
    areas: [{ top: 1, left: 0, bottom: count, right: 7 }],
    priority,
    stopIfTrue: false,
    rule: {
      kind: "Custom" as const,
      formula: `=AND(N("ks1")=0,$G2<>"",TODAY()-$G2>${days})`,
      style: { fill: "#FFC7CE" },
    },
  }));
  sheet.conditionalFormats.push(...steps);
  const paint = (rows: number): number => {
    const painted = new ConditionalLooks(workbook, calculation);
    let marked = 0;
    for (let index = 1; index <= rows; index++) {
      for (let column = 0; column < 8; column++) {
        if (painted.styleAt(sheet, index, column) !== null) marked++;
      }
    }
    return marked;
  };
  return [
    row(
      "4 conditional formats, 60 visible rows × 8",
      medianMs(() => paint(60)),
    ),
    row(
      `4 conditional formats, all ${count} rows × 8`,
      medianMs(() => paint(count), { runs: 1, warmUps: 0 }),
    ),
  ];
}
