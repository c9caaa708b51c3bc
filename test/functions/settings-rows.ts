import type { DateSystem } from "../../src/domain/serial";
import { baseOf } from "../../src/domain/serial";

/** The settings areas as the Settings sheet holds them, for each date system. */

export function horizonRows(system: DateSystem): unknown[][] {
  const base = baseOf[system];
  return [
    ["A", 1, "月", base],
    ["B", 3, "月", base],
    ["C", 6, "月", base],
  ];
}

export function cadenceRows(system: DateSystem): unknown[][] {
  const base = baseOf[system];
  return [
    ["A", 1, "天", base],
    ["B", 7, "天", base],
    ["C", 15, "天", base],
    ["D", 30, "天", base],
    ["E", 1, "年", base],
  ];
}

export function boundRows(system: DateSystem): unknown[][] {
  const base = baseOf[system];
  return [
    ["紧急", 7, "天", base],
    ["缓急", 1, "月", base],
    ["不紧急", 3, "月", base],
  ];
}

/** An error value as Excel hands it to a function that asks for errors. */
export const errorValue = (code: string) => ({ type: "CustomFunctionError", code });
