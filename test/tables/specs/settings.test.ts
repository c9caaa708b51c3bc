import { day } from "../../../src/domain/day";
import {
  defaultCadences,
  defaultDueSoonDays,
  defaultHighlightSteps,
  defaultHorizons,
  defaultUrgencyBounds,
} from "../../../src/domain/limits";
import { serialFromDay } from "../../../src/domain/serial";
import type { Cell, Row } from "../../../src/tables/change";
import { readSettings } from "../../../src/tables/read-settings";
import type { TablePlace } from "../../../src/tables/records";
import { formerNotes } from "../../../src/tables/specs/former-notes";
import { settingNames } from "../../../src/tables/specs/setting-names";
import { settingCells, settingRows } from "../../../src/tables/specs/setting-rows";
import { settingsTable } from "../../../src/tables/specs/settings";
import type { Language } from "../../../src/tables/schema";

const place: TablePlace = { sheet: "设置", headers: { amount: "数值" }, dateSystem: 1900 };
const asOf = day("2026-03-02");

function settingsSheet(language: Language, changes: Readonly<Record<string, Cell>> = {}): Row[] {
  return settingCells(language, serialFromDay(asOf, 1900)).map((cells) => {
    const row = Object.fromEntries(
      settingsTable.columns.map(({ id }, i) => [id, cells[i] ?? null]),
    );
    const id = String(row["id"]);
    return id in changes ? { ...row, amount: changes[id] ?? null } : row;
  });
}

describe("settings", () => {
  it.each(["zh", "en"] as const)(
    "laid out in %s read back as the documented defaults",
    (language) => {
      const { settings, issues } = readSettings(settingsSheet(language), place);
      expect(issues).toEqual([]);
      expect(settings).toMatchObject({
        asOf,
        horizons: defaultHorizons,
        cadences: defaultCadences,
        urgencyBounds: defaultUrgencyBounds,
        dueSoonDays: defaultDueSoonDays,
        steps: defaultHighlightSteps,
        workdayRoll: false,
      });
    },
  );

  it("[D2] leave the importance threshold not configured, with a hint beside it and no invented number", () => {
    const row = settingRows.find(({ id }) => id === "importanceThreshold");
    expect(row?.amount).toBeNull();
    expect(row?.note.zh).toContain("未配置");
    expect(row?.note.en).toContain("Not configured");
    expect(readSettings(settingsSheet("zh"), place).settings.importanceThresholdYuan).toBeNull();
  });

  it("say what they mean without the numbers of rules, which stand beside their words", () => {
    const numbered = settingRows.filter(({ rules }) => rules !== undefined);
    expect(numbered.map(({ id }) => id)).toEqual(
      settingRows.map(({ id }) => id).filter((id) => id !== "asOf" && id !== "language"),
    );
    for (const { title, item, note } of settingRows)
      for (const words of [title, item, note])
        expect(`${words?.zh} ${words?.en}`).not.toMatch(/[A-Z]\d/u);
  });

  it("had their notes once before, with the numbers in them", () => {
    const numbers = /（[A-Z]\d）| \([A-Z]\d\)|(?<=[（(])[A-Z]\d[，,] ?/gu;
    for (const { id, note } of settingRows) {
      const former = formerNotes.get(id) ?? note;
      expect(former.zh.replace(numbers, "")).toBe(note.zh);
      expect(former.en.replace(numbers, "")).toBe(note.en);
    }
  });

  it("[F1] a manager's cadence counts, whatever the order of the rows", () => {
    const rows = settingsSheet("zh", { "cadence.C": 10 }).reverse();
    const { settings, issues } = readSettings(rows, place);
    expect(settings.cadences).toEqual({ ...defaultCadences, C: { amount: 10, unit: "day" } });
    expect(issues).toEqual([]);
  });

  it("that cannot be read count with their defaults and say which cell is wrong", () => {
    const { settings, issues } = readSettings(
      settingsSheet("zh", {
        "cadence.B": "一周",
        dueSoonDays: "三",
        "highlight.2": null,
        workdayRoll: "是",
      }),
      place,
    );
    expect(settings.cadences).toEqual(defaultCadences);
    expect(settings.dueSoonDays).toBe(defaultDueSoonDays);
    expect(issues.map(({ id, found, code }) => [id, found, code])).toEqual([
      ["workdayRoll", "是", "setting-unreadable"],
      ["cadence.B", "一周", "setting-unreadable"],
      ["dueSoonDays", "三", "setting-unreadable"],
    ]);
  });

  it("[F7] an emptied highlight step is never reached", () => {
    const { settings } = readSettings(settingsSheet("zh", { "highlight.2": null }), place);
    expect(settings.steps).toEqual({ 1: 3, 2: Infinity, 3: 14 });
  });

  it.each(["on", "开", "ON"])("[F3] the roll to working days is switched on by %s", (word) => {
    const { settings } = readSettings(settingsSheet("zh", { workdayRoll: word }), place);
    expect(settings.workdayRoll).toBe(true);
  });

  it("whose rows were deleted are told, and the defaults count", () => {
    const rows = settingsSheet("zh").filter(({ id }) => id !== "horizon.B" && id !== "asOf");
    const { settings, issues } = readSettings(rows, place);
    expect(settings.horizons).toEqual(defaultHorizons);
    expect(settings.asOfCell).toBeUndefined();
    expect(issues.map(({ id }) => id)).toEqual(["horizon.B"]);
  });

  it("are named in blocks of neighbouring rows", () => {
    const position = (id: string) => settingRows.findIndex((row) => row.id === id);
    for (const { name, firstRow, lastRow } of settingNames) {
      const [first, last] = [position(firstRow), position(lastRow)];
      expect([name, first]).not.toEqual([name, -1]);
      const prefix = firstRow.split(".")[0] ?? "";
      for (let row = first; row <= last; row += 1)
        expect(settingRows[row]?.id.startsWith(prefix)).toBe(true);
    }
  });
});
