import type { ChartFont, ChartPartPlace, ChartTextRun } from "../model/chart-parts";
import { readRunFont, runsIn } from "./chart-looks";
import type { ChartSize } from "./chart-xml";
import type { Palette } from "./color";
import { formulaFromFile } from "./formula-text";
import { childNamed, childrenNamed, isOn, type XmlElement } from "./xml";

/** How single statements of a chart part are read. */

/** What an element says by its `val`. */
export function value(element: XmlElement | undefined, name: string): string | undefined {
  return element === undefined ? undefined : childNamed(element, name)?.attributes.val;
}

export function flag(element: XmlElement, name: string, otherwise: boolean): boolean {
  const child = childNamed(element, name);
  return child === undefined ? otherwise : isOn(child.attributes.val, true);
}

export function amount(element: XmlElement | undefined, name: string): number | undefined {
  const stated = value(element, name);
  return stated === undefined || !Number.isFinite(Number(stated)) ? undefined : Number(stated);
}

/** Without what is not stated. */
export function stated<Members extends object>(
  members: Members,
): {
  [Name in keyof Members]?: Exclude<Members[Name], undefined>;
} {
  const known = Object.entries(members).filter(([, member]) => member !== undefined);
  return Object.fromEntries(known) as {
    [Name in keyof Members]?: Exclude<Members[Name], undefined>;
  };
}

/** The formula of a reference; null where there is none. */
export function formulaOf(holder: XmlElement | undefined): string | null {
  const reference = holder?.children.find(({ name }) => /^(num|str|multiLvlStr)Ref$/.test(name));
  const formula = reference === undefined ? undefined : childNamed(reference, "f")?.text;
  return formula === undefined || formula === "" ? null : formulaFromFile(formula, null);
}

/** The words of a title or a name: its own, or the formula that names the cell. */
export function textOf(tx: XmlElement | undefined): string | null {
  if (tx === undefined) return null;
  const formula = formulaOf(tx);
  if (formula !== null) return formula;
  const rich = childNamed(tx, "rich");
  if (rich === undefined) return childNamed(tx, "v")?.text ?? null;
  return childrenNamed(rich, "p")
    .map((paragraph) => childrenNamed(paragraph, "r").map(runText).join(""))
    .join("\n");
}

function runText(run: XmlElement): string {
  return childNamed(run, "t")?.text ?? "";
}

/** Letters that look otherwise than the rest of their text. */
export function runsOf(tx: XmlElement | undefined, palette: Palette): ChartTextRun[] {
  const rich = tx === undefined ? undefined : childNamed(tx, "rich");
  if (rich === undefined) return [];
  const fonts = runsIn(rich).map((run) => readRunFont(run, palette));
  if (new Set(fonts.map((font) => JSON.stringify(font))).size < 2) return [];
  const runs: ChartTextRun[] = [];
  let start = 0;
  for (const paragraph of childrenNamed(rich, "p")) {
    const usual = readRunFont(childNamed(paragraph, "pPr") ?? paragraph, palette, "defRPr");
    for (const run of childrenNamed(paragraph, "r")) {
      const { length } = runText(run);
      const font = difference(readRunFont(run, palette), usual);
      if (Object.keys(font).length > 0 && length > 0) runs.push({ start, length, font });
      start += length;
    }
    start++;
  }
  return runs;
}

function difference(font: ChartFont, usual: ChartFont): ChartFont {
  const own = Object.entries(font).filter(
    ([name, known]) => usual[name as keyof ChartFont] !== known,
  );
  return Object.fromEntries(own);
}

function manualLayout(element: XmlElement): XmlElement | undefined {
  const layout = childNamed(element, "layout");
  return layout === undefined ? undefined : childNamed(layout, "manualLayout");
}

/** Where a part was put, in points; undefined where it finds its place by itself. */
export function placeOf(element: XmlElement, size: ChartSize): ChartPartPlace | undefined {
  const layout = manualLayout(element);
  if (layout === undefined) return undefined;
  const points = (name: string, whole: number): number | undefined => {
    const share = amount(layout, name);
    return share === undefined ? undefined : Math.round(share * whole * 100) / 100;
  };
  // Other modes are distances from where the part would stand, which nobody but the writer knows.
  const edge = (name: string): boolean => value(layout, name) === "edge";
  const place = stated({
    left: edge("xMode") ? points("x", size.width) : undefined,
    top: edge("yMode") ? points("y", size.height) : undefined,
    width: edge("wMode") ? undefined : points("w", size.width),
    height: edge("hMode") ? undefined : points("h", size.height),
  });
  return Object.keys(place).length === 0 ? undefined : place;
}

/** True where the place of the plot is that of its inside, without the words of its axes. */
export function isInner(plot: XmlElement): boolean {
  return value(manualLayout(plot), "layoutTarget") === "inner";
}

/** How far a label was moved from where it would stand, in points. */
export function movedOf(element: XmlElement, size: ChartSize): { right?: number; down?: number } {
  const layout = manualLayout(element);
  const points = (name: string, whole: number): number | undefined => {
    const share = amount(layout, name);
    return share === undefined || share === 0 ? undefined : Math.round(share * whole * 100) / 100;
  };
  return stated({ right: points("x", size.width), down: points("y", size.height) });
}
