import { addDays, day, isoDay, type Day } from "../../../src/domain/day";
import { isCellError, type Scalar } from "../../../src/host/model/cell";
import { readCell } from "../../../src/tables/cells";
import { columnOf } from "../../../src/tables/records";
import { customersTable } from "../../../src/tables/specs/customers";
import { customerTwins, cadenceTwin, overdueDaysTwin } from "../../../src/tables/native/twins";
import { readingsSheet } from "../../../src/tables/native/readings";
import { registerFunctions } from "../../../src/functions/register";
import { associatedFunctions } from "../../functions/custom-functions-stand-in";
import { today, TwinBook, twinTitles, type TwinRow, type TwinSettings } from "./twin-book";
import { brokenSettings, sampleRows, settingsVariants, textRows, usual } from "./twin-samples";

const rowsPerVariant = 1_000;

/** Rows in which a twin answers otherwise than its function. */
async function differences(
  settings: TwinSettings,
  rows: readonly TwinRow[],
): Promise<readonly unknown[]> {
  const book = new TwinBook(settings, rows);
  await book.calculation.settled();
  return rows.flatMap((row, index) =>
    book
      .answers(index)
      .filter(({ wanted, found }) => wanted !== found)
      .map((answer) => ({ ...answer, row })),
  );
}

const titled = (variants: readonly TwinSettings[]) =>
  variants.map((settings) => [settings.title, settings] as const);

const twins = [
  ...Object.values(customerTwins),
  cadenceTwin("{grade}"),
  overdueDaysTwin("{nextFollowUp}"),
];

/** All there is of native formulas: the twins and what the sheet they read calculates. */
const formulas: readonly string[] = [
  ...twins,
  ...readingsSheet().columns.flatMap(({ cells }) =>
    cells.filter((cell): cell is string => typeof cell === "string" && cell.startsWith("=")),
  ),
];

/** How many brackets, of functions or not, are open at once. */
function depthOf(formula: string): number {
  let open = 0;
  let most = 0;
  for (const sign of formula.replaceAll(/"[^"]*"/gu, "")) {
    if (sign === "(") most = Math.max(most, (open += 1));
    if (sign === ")") open -= 1;
  }
  expect(open).toBe(0);
  return most;
}

describe("the native twins", () => {
  it("are one for every function Excel is told of", () => {
    const functions = associatedFunctions(() => registerFunctions(() => today));
    expect([...twinTitles].sort()).toEqual([...functions.keys()].sort());
  });

  it("are compared with the functions in at least 10,000 rows", () => {
    expect(settingsVariants.length * rowsPerVariant).toBeGreaterThanOrEqual(10_000);
    expect(settingsVariants.filter(({ system }) => system === 1904).length).toBe(
      settingsVariants.length / 2,
    );
  });

  it.each(titled(settingsVariants))(
    "are compared in rows with month ends, leap days, blanks and bad text: %s",
    (_, settings) => {
      const days = sampleRows(settings, rowsPerVariant).flatMap(
        ({ expectedClose, lastFollowUp, createdDay, due }) => [
          expectedClose,
          lastFollowUp,
          createdDay,
          due,
        ],
      );
      const column = columnOf(customersTable, "expectedClose");
      const read = days.map((cell) =>
        readCell(column, isCellError(cell) ? cell.error : cell, settings.system),
      );
      const dates = read.flatMap(({ value }) =>
        typeof value === "number" ? [isoDay(value as Day)] : [],
      );
      const isMonthEnd = (text: string) => isoDay(addDays(day(text), 1)).endsWith("-01");
      expect(dates.filter(isMonthEnd).length).toBeGreaterThan(100);
      expect(dates.filter((text) => text.endsWith("-02-29")).length).toBeGreaterThan(50);
      expect(days.filter((cell) => cell === null || cell === "").length).toBeGreaterThan(100);
      const isBad = (cell: Scalar, at: number) =>
        typeof cell === "string" && cell.trim() !== "" && read[at]?.value === null;
      expect(days.filter(isBad).length).toBeGreaterThan(100);
    },
  );

  it.each(titled(settingsVariants))(
    "[G1] [G4] [G6] [F1] [F2] [F3] [F4] [F5] [D3] answer what the functions answer: %s",
    async (_, settings) => {
      expect(await differences(settings, sampleRows(settings, rowsPerVariant))).toEqual([]);
    },
  );

  // The other date system's are compared in LibreOffice (scripts/libreoffice-twins.mjs).
  it.each(titled(brokenSettings.filter(({ system }) => system === 1900)))(
    "[G4] [F1] [F3] [D3] answer the functions' errors where settings cannot be used: %s",
    async (_, settings) => {
      expect(await differences(settings, sampleRows(settings, 20))).toEqual([]);
    },
  );

  it("[G4] [F1] read a day with its weekday, however that is said, and none that is no weekday", async () => {
    const [plain] = settingsVariants as [TwinSettings];
    const weekdays = ["星期", "周", "礼拜"].flatMap((week) =>
      Array.from("日天一二三四五六七", (each) => week + each),
    );
    const texts = ["2026-04-07 ", "2026/4/7 ", "2026年4月7日", "2026年4月7日 "].flatMap((each) =>
      weekdays.map((weekday) => each + weekday),
    );
    const rows = texts.map((text) => ({
      demand: "目标",
      expectedClose: text,
      gradeWord: "B",
      lastFollowUp: text,
      agreedDay: null,
      createdDay: null,
      due: text,
    }));
    expect(await differences(plain, rows)).toEqual([]);
    const book = new TwinBook(plain, rows);
    await book.calculation.settled();
    const read = texts.filter((_, row) => book.answers(row)[0]?.found !== "#VALUE!");
    expect(read).toEqual(texts.filter((text) => !text.endsWith("七")));
  });

  it.each([1900, 1904] as const)(
    "[G4] [F1] [F5] [D3] read every spelling of a day the functions read, and no other: %i date system",
    async (system) => {
      expect(await differences(usual(system), textRows)).toEqual([]);
      expect(await differences({ ...usual(system), roll: "on" }, textRows)).toEqual([]);
    },
  );

  it("[F4] leave a last follow-up unread where a day is agreed", async () => {
    const [plain] = settingsVariants as [TwinSettings];
    const rows = ["someday", { error: "#N/A" } as const, "2026-03-02"].map((lastFollowUp) => ({
      demand: "目标",
      expectedClose: null,
      gradeWord: "B",
      lastFollowUp,
      agreedDay: "2026-05-06",
      createdDay: null,
      due: null,
    }));
    expect(await differences(plain, rows)).toEqual([]);
  });

  it("fit into a cell of Excel wherever the columns stand", () => {
    for (const twin of twins)
      expect(twin.replaceAll(/\{\w+\}/gu, "$XFD1048576").length).toBeLessThanOrEqual(8_192);
    for (const { cells } of readingsSheet().columns)
      for (const cell of cells) expect(String(cell).length).toBeLessThanOrEqual(8_192);
  });

  it("are nested no deeper than Excel allows, and hold nothing that only spilling formulas have", () => {
    for (const formula of formulas) {
      expect(depthOf(formula)).toBeLessThanOrEqual(64);
      // "A1#", "@A1", and the prefixes of functions newer than the file format.
      expect(formula.replaceAll(/"[^"]*"/gu, "")).not.toMatch(/[\w)]#(?![A-Z/])|@|_xl/u);
    }
  });

  it("call only functions Excel 2010 has", () => {
    const called = new Set(
      formulas.flatMap((formula) =>
        [...formula.replaceAll(/"[^"]*"/gu, '""').matchAll(/([A-Z][A-Z0-9.]*)\(/gu)].map(
          ([, name]) => name,
        ),
      ),
    );
    expect([...called].sort()).toEqual([
      ...["AND", "CHOOSE", "COUNT", "COUNTIF", "COUNTIFS", "DATE", "DATEVALUE", "EDATE", "EXACT"],
      ...["FIND", "IF", "IFERROR", "INDEX", "INT", "ISERROR", "ISLOGICAL", "ISNA", "ISNUMBER"],
      ...["ISTEXT", "LOOKUP", "LOWER", "MATCH", "MAX", "MID", "MIN", "NA", "NOT", "OR", "REPLACE"],
      ...["REPT", "ROW", "ROWS", "SUBSTITUTE", "SUM", "SUMPRODUCT", "TEXT", "TODAY", "TRIM"],
      ...["VLOOKUP", "WEEKDAY", "YEAR"],
    ]);
  });
});
