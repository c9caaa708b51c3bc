import { invalidArgument } from "../protocol/host-error";
import type { JsonObject } from "../protocol/json";
import { optionalWord, record } from "./arguments";

/** Reads criteria as they come in a request. https://learn.microsoft.com/javascript/api/excel/excel.filtercriteria */
export function filterCriteria(value: unknown): JsonObject {
  const given = record(value, "criteria");
  const on = optionalWord(given["filterOn"], "filterOn", [
    "BottomItems",
    "BottomPercent",
    "CellColor",
    "Dynamic",
    "FontColor",
    "Values",
    "TopItems",
    "TopPercent",
    "Icon",
    "Custom",
  ]);
  if (on === null) throw invalidArgument("criteria", "filterOn is needed");
  return { ...given, filterOn: on };
}
