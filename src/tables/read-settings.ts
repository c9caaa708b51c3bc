import type { CellArea } from "../domain/cell";
import type { Day } from "../domain/day";
import type { Horizons } from "../domain/grade";
import {
  defaultCadences,
  defaultDueSoonDays,
  defaultHighlightSteps,
  defaultHorizons,
  defaultUrgencyBounds,
  readCadences,
  readHorizons,
  readUrgencyBounds,
  type Cadences,
  type HighlightSteps,
} from "../domain/limits";
import type { Result } from "../domain/result";
import { readDay } from "../domain/serial";
import type { UrgencyBounds } from "../domain/urgency";
import { isBlankCell, textOf } from "./cells";
import type { Cell, Row } from "./change";
import { dataIssue, type DataIssue } from "./issues";
import type { TablePlace } from "./records";
import { blockIds, type SettingBlock } from "./specs/setting-blocks";

/** The Settings table as the rules use it. */
export interface Settings {
  /** The as-of day the sheet's own formulas use; null when blank or unreadable. */
  readonly asOf: Day | null;
  /** Its raw cell, with which a commit is compared; undefined when the row is missing. */
  readonly asOfCell: Cell | undefined;
  readonly horizons: Horizons;
  readonly cadences: Cadences;
  readonly urgencyBounds: UrgencyBounds;
  readonly dueSoonDays: number;
  readonly steps: HighlightSteps;
  /** null: not configured. */
  readonly importanceThresholdYuan: number | null;
  /** F3: whether next days move to working days. */
  readonly workdayRoll: boolean;
}

/**
 * Reads the rows of the Settings table. A block that cannot be read counts with its documented defaults and is said to
 * be unreadable, so that a slip in one cell does not stop the day's work.
 */
export function readSettings(
  rows: readonly Row[],
  place: TablePlace,
): { readonly settings: Settings; readonly issues: readonly DataIssue[] } {
  const byId = new Map(
    rows.map((row, index) => [textOf(row["id"] ?? null).trim(), { row, index }]),
  );
  const issues: DataIssue[] = [];

  const report = (
    id: string,
    code: "setting-unreadable" | "setting-missing" | "not-a-day",
    found: Cell,
  ) => {
    issues.push(
      dataIssue(code, {
        table: "settings",
        sheet: place.sheet,
        id,
        row: byId.get(id)?.index ?? null,
        column: "amount",
        header: place.headers["amount"] ?? null,
        found,
      }),
    );
  };

  const unreadable = (id: string, found: Cell | undefined) => {
    if (found === undefined && !byId.has(id)) report(id, "setting-missing", id);
    else report(id, "setting-unreadable", found ?? null);
  };

  const block = <Value, Failure extends { readonly code: string }>(
    name: SettingBlock,
    read: (area: CellArea) => Result<Value, Failure>,
    defaults: Value,
  ): Value => {
    const ids = blockIds(name);
    const area = ids.flatMap((id) => {
      const row = byId.get(id)?.row;
      return row === undefined
        ? []
        : [[row["item"] ?? null, row["amount"] ?? null, row["unit"] ?? null]];
    });
    const answer = read(area);
    if (answer.ok) return answer.value;
    const at = failedRow(ids, byId, answer.error);
    unreadable(at, byId.get(at)?.row["amount"]);
    return defaults;
  };

  const days = (id: string, whenBlank: number, whenUnreadable: number): number => {
    const cell = byId.get(id)?.row["amount"];
    if (cell === undefined) {
      unreadable(id, undefined);
      return whenUnreadable;
    }
    if (isBlankCell(cell)) return whenBlank;
    if (typeof cell === "number" && cell >= 0) return cell;
    report(id, "setting-unreadable", cell);
    return whenUnreadable;
  };

  const asOfCell = byId.get("asOf")?.row["amount"];
  const asOf = readDay(asOfCell, place.dateSystem);
  if (!asOf.ok) report("asOf", "not-a-day", asOfCell ?? null);

  const threshold = byId.get("importanceThreshold")?.row["amount"] ?? null;
  if (!isBlankCell(threshold) && typeof threshold !== "number")
    report("importanceThreshold", "setting-unreadable", threshold);

  const roll = textOf(byId.get("workdayRoll")?.row["amount"] ?? null)
    .trim()
    .toLowerCase();
  if (!["", "on", "off", "开", "关"].includes(roll))
    report("workdayRoll", "setting-unreadable", roll);

  const settings: Settings = {
    asOf: asOf.ok ? asOf.value : null,
    asOfCell,
    horizons: block("horizon", readHorizons, {
      horizons: defaultHorizons,
      dateSystem: place.dateSystem,
    }).horizons,
    cadences: block("cadence", readCadences, {
      cadences: defaultCadences,
      dateSystem: place.dateSystem,
    }).cadences,
    urgencyBounds: block("urgency", readUrgencyBounds, {
      bounds: defaultUrgencyBounds,
      dateSystem: place.dateSystem,
    }).bounds,
    dueSoonDays: days("dueSoonDays", 0, defaultDueSoonDays),
    // An emptied step is never reached: the highlight leaves it out, too.
    steps: {
      1: step(days("highlight.1", Infinity, defaultHighlightSteps[1])),
      2: step(days("highlight.2", Infinity, defaultHighlightSteps[2])),
      3: step(days("highlight.3", Infinity, defaultHighlightSteps[3])),
    },
    importanceThresholdYuan: typeof threshold === "number" ? threshold : null,
    workdayRoll: roll === "on" || roll === "开",
  };
  return { settings, issues };
}

/** As in the highlight's formulas, a step of 0 is switched off like an empty one. */
function step(days: number): number {
  return days === 0 ? Infinity : days;
}

/** The row a failure is about, as far as it names one; else the first of the block. */
function failedRow(
  ids: readonly string[],
  byId: ReadonlyMap<string, unknown>,
  failure: { readonly code: string },
): string {
  const first = ids[0] ?? "";
  const missing = ids.find((id) => !byId.has(id));
  if (missing !== undefined) return missing;
  const item =
    "item" in failure ? String(failure.item) : "longer" in failure ? String(failure.longer) : "";
  const position = ["urgent", "soon", "unhurried"].indexOf(item);
  const named = ids.find((id) => id.endsWith(`.${position >= 0 ? position + 1 : item}`));
  return named ?? first;
}
