import { createIntents, type Intents } from "../../src/app/intents";
import { addDays, day, type Day } from "../../src/domain/day";
import { createPane, type Pane } from "../../src/taskpane/state/pane";
import type { PaneServices } from "../../src/taskpane/services";
import { dayCell, type CellStyle } from "../../src/tables/cells";
import type { Row } from "../../src/tables/change";
import { holidayCells } from "../../src/tables/specs/holiday-rows";
import type { TableId } from "../../src/tables/schema";
import { settingCells } from "../../src/tables/specs/setting-rows";
import { tableSpecs } from "../../src/tables/tables";
import { byColumn } from "../app/sheets";
import { memoryWorkbook, type MemoryWorkbook } from "./memory-workbook";

export const asOf = day("2026-11-22");
export const style: CellStyle = { dateSystem: 1900, language: "zh" };

function cell(offset: number | null) {
  return offset === null ? null : dayCell(addDays(asOf, offset), style.dateSystem);
}

/** A customer row; days as offsets from today. */
export function customer(
  number: number,
  facts: {
    readonly name?: string;
    readonly demand?: string | null;
    readonly close?: number | null;
    readonly last?: number | null;
    readonly owner?: string;
    readonly phone?: string;
  } = {},
): Row {
  const { name = `客户${number}`, demand = "目标", close = 10, last = -1 } = facts;
  return {
    id: `C${String(number).padStart(10, "0")}`,
    name,
    phone: facts.phone ?? null,
    owner: facts.owner ?? "张伟",
    demand,
    expectedClose: cell(close),
    lastFollowUp: cell(last),
    agreedDay: null,
    createdDay: cell(-100),
  };
}

/** One customer of each kind the Today view tells apart. */
export const everyKind: readonly Row[] = [
  customer(1, { name: "逾期三级", last: -20 }),
  customer(2, { name: "逾期二级", last: -9 }),
  customer(3, { name: "逾期一级", last: -4 }),
  customer(4, { name: "刚逾期", last: -2 }),
  customer(5, { name: "今天的", last: -1 }),
  customer(6, { name: "即将的", last: 0, owner: "李娜" }),
  customer(7, { name: "以后的", demand: "潜在", close: null, last: 0 }),
  customer(8, { name: "没有成交日", close: null }),
  customer(9, { name: "需求写错", demand: "???" }),
];

export interface Bench {
  readonly pane: Pane;
  readonly workbook: MemoryWorkbook;
  readonly intents: Intents;
  readonly stored: Map<string, string>;
  /** Moves the computer's calendar. */
  setToday(today: Day): void;
}

function emptyTables(): Record<TableId, Row[]> {
  const none = Object.keys(tableSpecs).map((table) => [table, []]);
  return Object.fromEntries(none) as Record<TableId, Row[]>;
}

/** A pane on a workbook in memory. */
export function bench(customers: readonly Row[] = everyKind, displayLanguage = "zh-CN"): Bench {
  const tables: Record<TableId, Row[]> = {
    ...emptyTables(),
    customers: [...customers],
    settings: [...byColumn("settings", settingCells(style.language, dayCell(asOf, 1900)))],
    holidays: [...byColumn("holidays", holidayCells(style))],
  };
  const workbook = memoryWorkbook(style, tables);
  const intents = createIntents();
  const stored = new Map<string, string>();
  let today = asOf;
  let made = 0;
  const services: PaneServices = {
    workbook,
    today: () => today,
    now: () => ({ day: today, minute: 9 * 60 + 30 }),
    newId: (prefix) => `${prefix}${String((made += 1)).padStart(10, "0")}`,
    intents,
    facts: { platform: "PC", displayLanguage, version: "0.0.0" },
    preferences: {
      read: (key) => stored.get(key) ?? null,
      write: (key, value) => void stored.set(key, value),
    },
  };
  return {
    pane: createPane(services),
    workbook,
    intents,
    stored,
    setToday: (to) => {
      today = to;
    },
  };
}
