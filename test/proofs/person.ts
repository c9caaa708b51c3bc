import type { WorkbookFacts } from "../../src/app/workbook/facts";
import type { ExcelHost } from "../../src/host/excel-host";
import { refsTo } from "./sheet-place";
import type { Ledger } from "./ledger";
import { pick, type Dice } from "./stage";

/** Somebody at the sheet, without the add-in. */
export interface Person {
  readonly host: ExcelHost;
  readonly ledger: Ledger;
  readonly facts: () => WorkbookFacts;
}

let written = 0;

/** One thing a person does at the customers table between two requests of the others: types, sorts, filters, … */
export function actAtTheSheet({ host, ledger, facts }: Person, dice: Dice): void {
  const { editor } = host;
  const place = refsTo(host.workbook, facts(), "customers");
  const { sheet, table } = place;
  const rows = table.area.bottom - table.area.top;
  const at = table.area.top + 1 + Math.floor(dice() * rows);
  const id = place.cell(at, "id");
  const acts: readonly (() => void)[] = [
    () => {
      const column = pick(dice, ["owner", "notes", "lastFollowUp", "own:我的备注"]);
      const text =
        column === "lastFollowUp"
          ? `2026-02-${10 + Math.floor(dice() * 15)}`
          : pick(dice, ["甲", "乙", "丙", ""]);
      if (typeof id !== "string" || !ledger.has("customers", id)) return;
      editor.type(sheet.id, at, place.column(column), text, { force: true });
      ledger.typed("customers", id, column, place.cell(at, column));
    },
    () => void editor.sortTable(table.id, pick(dice, place.enteredIndexes), dice() < 0.5),
    () =>
      void editor.filterTable(table.id, place.index("owner"), {
        filterOn: "Values",
        values: [pick(dice, ["王芳", "李雷", "甲"])],
      }),
    () => void editor.clearFilter(table.id),
    () => {
      if (rows > 12) return;
      editor.insertRows(sheet.id, at, 1);
      written += 1;
      const name = `手写${written}`;
      editor.type(sheet.id, at, place.column("name"), name, { force: true });
      ledger.wrote(name, { name });
    },
    () => {
      if (rows < 8 || typeof id !== "string" || !ledger.has("customers", id)) return;
      editor.deleteRows(sheet.id, at, 1);
      ledger.deleted("customers", id);
    },
    () =>
      void editor.setStyle(
        sheet.id,
        [{ top: at, bottom: at, left: place.column("name"), right: place.column("name") }],
        { fill: "#FFF2CC" },
      ),
  ];
  pick(dice, [...acts, acts[0]!, acts[0]!, acts[0]!])();
}
