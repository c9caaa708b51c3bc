import type { WorkbookFacts } from "../../src/app/workbook/facts";
import { day } from "../../src/domain/day";
import type { FieldKind } from "../../src/tables/fields";
import { dayCell } from "../../src/tables/cells";
import {
  changedText,
  obstacleText,
  steppedText,
  type EntryStyle,
} from "../../src/taskpane/words/entry-text";

const day1 = dayCell(day("2026-03-16"), 1900);
const column = "own:周年日";

/** A workbook with one field of a person's own. */
function styleWith(kind: FieldKind | null): EntryStyle {
  const facts: WorkbookFacts = {
    dateSystem: 1900,
    readOnly: false,
    language: "zh",
    schemaVersion: 2,
    mode: "functions",
    tables: {
      customers: {
        sheet: "客户",
        name: "CrmCustomers",
        rowCount: 3,
        columns: { [column]: { header: "纪念日", index: 4 } },
      },
    },
    fields: kind === null ? [] : [{ column, kind, choices: [] }],
    sheetNames: [],
    tableNames: [],
  };
  return { facts, asOf: day("2026-03-20"), language: "zh" };
}

describe("an entry of the changes", () => {
  it("[P4] [R2] shows a person's own field by its kind: a day as a day", () => {
    const cell = { table: "customers", column, from: null, to: day1 } as const;
    expect(changedText(cell, styleWith("day")).after).toBe("3月16日 周一");
    expect(changedText(cell, styleWith(null)).after).toBe("46097");
  });

  it("[P4] shows a formula with the headers of the columns it reads", () => {
    const style = styleWith("day");
    const formula = "=CRM.GRADE({own:周年日},{demand},crm_as_of)";
    const cell = { table: "customers", column: "grade", from: "?", to: formula } as const;
    expect(changedText(cell, style)).toEqual({
      before: "?",
      after: "=CRM.GRADE([纪念日],[需求状况],crm_as_of)",
    });
    expect(steppedText({ ...cell, kind: "formula" }, style).after).toContain("[需求状况]");
    // Braces in a text are its own.
    const text = { ...cell, column: "notes", from: null, to: "={demand}" };
    expect(changedText(text, style).after).toBe("={demand}");
  });

  it("[P4] says of a long text what was changed in it since", () => {
    const note = (said: string) => `${"报".repeat(300)}${said}${"价".repeat(300)}`;
    const { table, id } = { table: "customers", id: "C1" } as const;
    const said = obstacleText(
      {
        code: "changed-since",
        table,
        id,
        column: "notes",
        expected: note("一"),
        found: note("二"),
      },
      styleWith("day"),
    );
    expect(said).toMatch(/^现在是“报+…报+二价+…价+”，当时写入的是“报+…报+一价+…价+”。$/u);
    expect(said.length).toBeLessThan(250);
  });

  it("[P4] names the cells that a column still holds by their address, as they read there", () => {
    const obstacle = {
      code: "column-filled",
      table: "customers",
      id: "",
      column,
      header: "纪念日",
      count: 2,
      cells: [
        { address: "E3", found: day1 },
        { address: null, found: day1 },
      ],
    } as const;
    expect(obstacleText(obstacle, styleWith("day"))).toBe(
      "这一列已填了 2 格，撤销会丢掉它们：E3“3月16日 周一”、“3月16日 周一”。请先清空这些单元格，或把它们移到别处。",
    );
    expect(obstacleText(obstacle, { ...styleWith("day"), language: "en" })).toContain(
      "E3 “Mon, 16 Mar”, “Mon, 16 Mar”",
    );
  });
});
