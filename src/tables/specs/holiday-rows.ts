import { isoDay } from "../../domain/day";
import { chineseHolidays, holidaySource } from "../../domain/holidays-cn";
import type { CellStyle } from "../cells";
import type { Cell } from "../change";
import { writeRecord } from "../records";
import { holidaysTable } from "./holidays";

/** The published holidays as the first rows of the table, in column order. */
export function holidayCells(style: CellStyle): readonly (readonly Cell[])[] {
  return chineseHolidays.map((published) => {
    const cells = writeRecord(
      holidaysTable,
      {
        id: `H${isoDay(published.day).replaceAll("-", "")}`,
        day: published.day,
        kind: published.kind,
        title: published.title[style.language],
        source: holidaySource(published)[style.language],
      },
      style,
    );
    return holidaysTable.columns.map((column) => cells[column.id] ?? null);
  });
}
