import { callBuiltin } from "./builtin";

/** A day and a time of day with a blank (or ISO's T) between. */
const dayAndTime = /^(\S.*?)(?:\s+|T)(\d{1,2}:\d{2}.*)$/i;

function read(reader: "DATEVALUE" | "TIMEVALUE", text: string, date1904: boolean): number | null {
  const serial = callBuiltin(reader, [text], date1904);
  return typeof serial === "number" ? serial : null;
}

/** What a text says as a day, a time of day or both: null where it says none of them. */
export interface Moment {
  /** Serial number of the day in the workbook's date system. */
  readonly day: number | null;
  /** Fraction of a day. */
  readonly time: number | null;
}

/**
 * Reads days and times as Excel reads typed ones.
 *
 * @example
 * momentInText("2024-01-31 06:00", false) //=> { day: 45322, time: 0.25 }
 */
export function momentInText(text: string, date1904: boolean): Moment | null {
  const body = text.trim();
  if (!/\d/.test(body)) return null;
  const parts = dayAndTime.exec(body);
  if (parts !== null) {
    const day = read("DATEVALUE", parts[1] ?? "", date1904);
    const time = read("TIMEVALUE", parts[2] ?? "", date1904);
    if (day !== null && time !== null) return { day, time };
  }
  const day = read("DATEVALUE", body, date1904);
  if (day !== null) return { day, time: null };
  const time = read("TIMEVALUE", body, date1904);
  return time === null ? null : { day: null, time };
}
