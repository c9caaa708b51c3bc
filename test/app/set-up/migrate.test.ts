import path from "node:path";
import { readDeeds } from "../../../src/app/deeds/audit-log";
import { lastingDeed } from "../../../src/app/deeds/lasting";
import { takenBackIn } from "../../../src/app/deeds/taken-back";
import { planTakeBack } from "../../../src/app/deeds/take-back";
import { planTranslation, translate } from "../../../src/app/fields/translate";
import { checkHealth } from "../../../src/app/health/check";
import { examine } from "../../../src/app/repair/repair";
import { unwatched } from "../../../src/app/slices";
import { planUpgrade, upgrade, type UpgradePlan } from "../../../src/app/set-up/migrate";
import { openToday } from "../../../src/app/today/open-today";
import type { Trace } from "../../../src/app/deeds/perform";
import { planEmptyTable } from "../../../src/app/set-up/empty-table";
import { startDay } from "../../../src/app/today/start-day";
import { day, type Day } from "../../../src/domain/day";
import { highlightRules } from "../../../src/tables/highlight";
import { schemaVersion } from "../../../src/tables/schema";
import { maxColumns, maxRows } from "../../../src/host/model/address";
import { isCellError } from "../../../src/host/model/cell";
import { bindingKey } from "../../../src/excel/describe";
import {
  asOf,
  contents,
  customer,
  must,
  mustFail,
  newId,
  openFile,
  openWith,
  rowsOf,
  type Book,
} from "../../excel/book";

const folder = path.resolve(__dirname, "../../workbooks/schema-1");
const today: Day = day("2026-11-22");
const trace: Trace = { who: "陈晓雯", now: { day: today, minute: 600 }, newId };
const adopted = path.join(folder, "adopted-zh.xlsx");
const created = path.join(folder, "created-en-1904.xlsx");

async function planned(book: Book): Promise<UpgradePlan> {
  return must(await planUpgrade(book.port, today));
}

/** The lines of the sheets that were there before, without those that the upgrade may add. */
function old(text: string, settingsSheet: string): string {
  const sheets = text.split(/^(?=# )/mu);
  return sheets
    .filter((sheet) => !/^# (备份|Backup|变更记录|Changes)/u.test(sheet))
    .map((sheet) => (sheet.startsWith(`# ${settingsSheet} `) ? settingsBefore(sheet) : sheet))
    .join("")
    .trim();
}

/** Settings had 22 rows in version 1. */
function settingsBefore(sheet: string): string {
  return sheet
    .split("\n")
    .slice(1)
    .filter((line) => Number(line.split(":")[0]) <= 19)
    .join("\n");
}

describe.each([
  ["adopted in Chinese", adopted, "设置", "备份 2026-11-22"],
  ["created in English, 1904", created, "Settings", "Backup 2026-11-22"],
])("a workbook of the first layout, %s", (_, file, settingsSheet, backup) => {
  it("is not read as it stands, and says which version it has", async () => {
    const book = await openFile(file);
    expect(mustFail(await openToday(book.port, asOf))).toEqual({ code: "older-version", found: 1 });
    expect(must(await startDay(book.port, today, trace))).toBeNull();
  });

  it("tells beforehand what the upgrade will do, and writes nothing meanwhile", async () => {
    const book = await openFile(file);
    const before = contents(book.model);
    const plan = await planned(book);
    expect(plan).toMatchObject({ from: 1, to: schemaVersion, backup });
    expect(plan.settings.map(({ id }) => id)).toEqual([
      "verification.days",
      "profile.fields",
      "duplicates.likely",
      "duplicates.notable",
    ]);
    expect(contents(book.model)).toBe(before);
  });

  it("is usable afterwards, with nothing of it changed, and its tables backed up as they were", async () => {
    const book = await openFile(file);
    const before = contents(book.model);
    const tables = [...book.model.tables()].map(({ sheet, table }) => ({ sheet, table }));
    const values = tables.map(({ sheet, table: { area } }) =>
      sheet.cells.value(area.top + 1, area.left),
    );
    const done = must(await upgrade(book.port, await planned(book), trace));
    expect(done).toEqual({ backup });

    const { facts, settings, customers } = must(await openToday(book.port, asOf));
    expect(facts.schemaVersion).toBe(schemaVersion);
    expect(customers.size).toBeGreaterThan(3);
    expect(settings.dueSoonDays).toBe(3);
    expect(old(contents(book.model), settingsSheet)).toBe(old(before, settingsSheet));
    expect(book.model.names.find(({ name }) => name === "crm_verify_days")).toBeDefined();
    expect(book.host.calculation.evaluate("=crm_verify_days", firstCell(book))).toBe(180);

    const copy = book.model.sheets.find(({ name }) => name === backup)!;
    let left = 0;
    const standard = 8.43;
    const widthOf = (of: typeof copy, column: number) => of.columnWidths.get(column) ?? standard;
    tables.forEach(({ sheet, table: { area } }, index) => {
      expect(copy.cells.value(0, left)).toBe(sheet.name);
      expect(copy.cells.value(2, left)).toBe(values[index]);
      // A day too wide for its column would not show.
      for (let column = area.left; column <= area.right; column += 1)
        expect(widthOf(copy, left + column - area.left)).toBeCloseTo(widthOf(sheet, column), 1);
      left += area.right - area.left + 2;
    });
    const copied = contents(book.model).split(/^(?=# )/mu);
    expect(copied.find((sheet) => sheet.startsWith(`# ${backup} `))).not.toMatch(/^\d+:\d+ =/mu);
  });

  it("keeps the notes of its settings, which nothing takes for a fault, and translates them there and back", async () => {
    const book = await openFile(file);
    must(await upgrade(book.port, await planned(book), trace));
    const notes = () => rowsOf(book, "settings").map((row) => row["说明"] ?? row["Note"]);
    const before = notes();
    expect(before).toContainEqual(expect.stringMatching(/[（(]F7[）)]/u));
    const findings = must(await examine(book.port)).findings;
    expect(findings.map(({ kind }) => kind)).not.toContain("settings");
    const { kinds } = must(await checkHealth(book.port, today, unwatched));
    const issues = kinds.flatMap((each) => each.issues);
    expect(issues.filter(({ table }) => table === "settings")).toEqual([]);
    must(await translate(book.port, must(await planTranslation(book.port)), trace));
    const numbered = (note: unknown) => /[（(][A-Z]\d/u.test(String(note));
    expect(notes().filter(numbered)).toHaveLength(before.filter(numbered).length);
    expect(notes().filter((note) => numbered(note) && before.includes(note))).toEqual([]);
    must(await translate(book.port, must(await planTranslation(book.port)), trace));
    expect(notes()).toEqual(before);
  });

  it("backs up what the functions answer, however long they take", async () => {
    const book = await openFile(file);
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (answer = resolve));
    book.host.calculation.setCustomFunctions({
      traits: () => ({ readsAddresses: false, isVolatile: false }),
      call: (calls) => asked.then(() => calls.map(() => "late")),
    });
    book.host.calculation.recalculateAll("Full");
    expect(shown(book.model)).toContain("#BUSY!");
    const upgraded = upgrade(book.port, await planned(book), trace);
    setTimeout(answer, 300);
    must(await upgraded);
    const copy = book.model.sheets.find(({ name }) => name === backup)!;
    expect(shown({ sheets: [copy] })).toContain("late");
    expect(shown({ sheets: [copy] })).not.toContain("#BUSY!");
  });

  it("[P4] stays upgraded: neither the whole of it nor a part is taken back, and the backup is named", async () => {
    const book = await openFile(file);
    must(await upgrade(book.port, await planned(book), trace));
    const [deed] = must(await readDeeds(book.port, null)).deeds;
    const entries = deed?.entries ?? [];
    expect(entries.map(({ what: { kind } }) => kind)).toContain("added");
    const before = contents(book.model);
    for (const asked of [entries, ...entries.map((entry) => [entry])]) {
      const plan = must(await planTakeBack(book.port, asked));
      expect(plan.readyCount).toBe(0);
      expect(plan.refused.flatMap(({ obstacles }) => obstacles)).toEqual(
        asked.map(() => expect.objectContaining({ code: "upgrade-stays", backup }) as unknown),
      );
    }
    expect(contents(book.model)).toBe(before);
    const { deeds, facts } = must(await readDeeds(book.port, null));
    expect(deeds[0] && lastingDeed(deeds[0], facts, takenBackIn(deeds))).toEqual([
      expect.objectContaining({ code: "upgrade-stays", backup }),
    ]);
  });

  it("cannot be upgraded twice", async () => {
    const book = await openFile(file);
    must(await upgrade(book.port, await planned(book), trace));
    expect(mustFail(await planUpgrade(book.port, today))).toEqual({ code: "already-upgraded" });
  });
});

/** What the cells of these sheets show. */
function shown({ sheets }: Pick<Book["model"], "sheets">): readonly string[] {
  const everywhere = { top: 0, left: 0, bottom: maxRows - 1, right: maxColumns - 1 };
  return sheets.flatMap(({ cells }) =>
    Array.from(cells.filled(everywhere), ({ row, column }) => {
      const value = cells.value(row, column);
      return isCellError(value) ? value.error : String(value);
    }),
  );
}

function firstCell(book: Book) {
  return { sheetId: book.model.sheets[0]!.id, row: 0, column: 90 };
}

it("upgraded beside an earlier backup it gets a sheet of its own", async () => {
  const book = await openFile(adopted);
  book.model.addSheet("备份 2026-11-22").cells.setValue(0, 0, "旧备份");
  const done = must(await upgrade(book.port, await planned(book), trace));
  expect(done.backup).toBe("备份 2026-11-22 (2)");
  expect(book.model.sheets.find(({ name }) => name === "备份 2026-11-22")?.cells.value(0, 0)).toBe(
    "旧备份",
  );
});

describe("a workbook of a newer version", () => {
  async function newer(): Promise<Book> {
    const book = await openWith([customer(1)]);
    const binding = book.model.settings.get(bindingKey) as object;
    book.model.settings.set(bindingKey, { ...binding, schemaVersion: schemaVersion + 5 });
    must(await book.port.describe());
    return book;
  }

  it("is read, and known to be read-only", async () => {
    const book = await newer();
    const { facts, customers } = must(await openToday(book.port, asOf));
    expect(facts).toMatchObject({ readOnly: true, schemaVersion: schemaVersion + 5 });
    expect(customers.size).toBe(1);
  });

  it("is not taken for one without set-up where its tables are not understood", async () => {
    const book = await newer();
    const binding = book.model.settings.get(bindingKey) as object;
    book.model.settings.set(bindingKey, { ...binding, tables: {} });
    for (const { table } of book.model.tables()) table.name = `${table.name}7`;
    expect(mustFail(await openToday(book.port, asOf))).toEqual({
      code: "newer-version",
      found: schemaVersion + 5,
    });
  });

  it("refuses every way of writing into it", async () => {
    const book = await newer();
    const { facts } = must(await openToday(book.port, asOf));
    const before = contents(book.model);
    const failure = { code: "newer-version", found: schemaVersion + 5 };
    const { port } = book;
    const cells = { demand: { from: "目标", to: "潜在" } };
    const { id } = customer(1);
    expect(
      mustFail(
        await port.commit({
          added: [],
          removed: [],
          updated: [{ table: "customers", id, cells }],
        }),
      ),
    ).toEqual(failure);
    expect(
      mustFail(
        await port.identify(
          [
            {
              table: "customers",
              row: 0,
              column: "name",
              found: "客户1",
              id: "C9",
              createdDay: null,
            },
          ],
          () => [],
        ),
      ),
    ).toEqual(failure);
    expect(
      mustFail(
        await port.install({
          language: "zh",
          schemaVersion,
          create: [planEmptyTable("contacts", facts, "zh")],
          adopt: null,
          names: [],
          highlight: [],
        }),
      ),
    ).toEqual(failure);
    expect(mustFail(await port.repairHighlight(highlightRules))).toEqual(failure);
    expect(mustFail(await port.backUp("备份"))).toEqual(failure);
    expect(mustFail(await port.finishUpgrade({ schemaVersion, names: [] }))).toEqual(failure);
    expect(must(await startDay(port, today, trace))).toBeNull();
    expect(contents(book.model)).toBe(before);
    expect(book.model.settings.get(bindingKey)).toMatchObject({ schemaVersion: schemaVersion + 5 });
  });
});
