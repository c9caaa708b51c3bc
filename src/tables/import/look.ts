import { isoDay } from "../../domain/day";
import { dayFromSerial, type DateSystem } from "../../domain/serial";
import { isDateFormat } from "../contents";

/** What a number is shown as: a number, a day (with or without a time), a time of day. */
export type Look = "plain" | "day" | "time";

/** What a number format makes of a number. */
export function lookOf(format: string): Look {
  if (isDateFormat(format)) return "day";
  const parts = format.replace(/"[^"]*"|\\./gu, "").toLowerCase();
  // [h]:mm is a span of time, which may be longer than a day.
  return /h|时/u.test(parts) && !/\[h+\]/u.test(parts) ? "time" : "plain";
}

/** A day or time of day as people write it; null where the number is none, or is shown as a number. */
export function shownText(serial: number, look: Look, dateSystem: DateSystem): string | null {
  if (look === "plain") return null;
  const minutes = Math.round((serial - Math.floor(serial)) * 24 * 60);
  const time = `${pair(Math.floor(minutes / 60))}:${pair(minutes % 60)}`;
  if (look === "time") return serial >= 0 && serial < 1 && minutes < 24 * 60 ? time : null;
  const day = dayFromSerial(minutes === 24 * 60 ? serial + 0.5 : serial, dateSystem);
  if (!day.ok) return null;
  return minutes % (24 * 60) === 0 ? isoDay(day.value) : `${isoDay(day.value)} ${time}`;
}

function pair(number: number): string {
  return String(number).padStart(2, "0");
}
