import type { ChartPartPlace } from "../model/chart-parts";
import { escapeXml } from "./xml";

/** The small change of chart parts (ECMA-376 part 1, 21.2). */

/** An element that says nothing but its value; "" where there is none. */
export function val(name: string, value: string | number | boolean | undefined): string {
  if (value === undefined) return "";
  return `<c:${name} val="${typeof value === "boolean" ? Number(value) : escapeXml(String(value))}"/>`;
}

/** The file's word for one of the API's; undefined where it has none. */
export function inFile(
  words: Readonly<Record<string, string>>,
  word: string | undefined,
): string | undefined {
  return Object.entries(words).find(([, value]) => value === word)?.[0];
}

/** The words a reference stands for, for readers that do not look the cells up. */
export function texts(words: readonly string[]): string {
  const points = words.map((word, index) =>
    word === "" ? "" : `<c:pt idx="${index}"><c:v>${escapeXml(word)}</c:v></c:pt>`,
  );
  return `<c:strCache>${val("ptCount", words.length)}${points.join("")}</c:strCache>`;
}

/** A chart's size in points, of which places in its part are shares. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

const share = (points: number, whole: number): string =>
  String(Math.round((points / Math.max(1, whole)) * 1e6) / 1e6);

/** `c:layout` of a part a person has put somewhere. */
export function layoutText(
  place: ChartPartPlace | undefined,
  size: ChartSize,
  target?: "inner" | "outer",
): string {
  const { left, top, width, height } = place ?? {};
  if (left === undefined && top === undefined && width === undefined && height === undefined) {
    return "<c:layout/>";
  }
  const parts = [
    val("layoutTarget", target),
    left === undefined ? "" : val("xMode", "edge"),
    top === undefined ? "" : val("yMode", "edge"),
    left === undefined ? "" : val("x", share(left, size.width)),
    top === undefined ? "" : val("y", share(top, size.height)),
    width === undefined ? "" : val("w", share(width, size.width)),
    height === undefined ? "" : val("h", share(height, size.height)),
  ];
  return `<c:layout><c:manualLayout>${parts.join("")}</c:manualLayout></c:layout>`;
}

/** `c:layout` of a label: how far it has been moved from where it would stand. */
export function movedText(
  { right = 0, down = 0 }: { readonly right?: number; readonly down?: number },
  size: ChartSize,
): string {
  if (right === 0 && down === 0) return "";
  const x = val("x", share(right, size.width));
  const y = val("y", share(down, size.height));
  return `<c:layout><c:manualLayout>${x}${y}</c:manualLayout></c:layout>`;
}
