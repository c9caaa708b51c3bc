import type { ChartFont, ChartLine, ChartLook, ChartTextRun } from "../model/chart-parts";
import type { Palette } from "./color";
import { dashes, emuPerPoint } from "./chart-words";
import { attributesText, childNamed, childrenNamed, escapeXml, isOn, type XmlElement } from "./xml";

/** Fills, lines and texts of charts (DrawingML), written and read. */

function solid(color: string): string {
  return `<a:solidFill><a:srgbClr val="${color.replace("#", "").toUpperCase()}"/></a:solidFill>`;
}

function lineText(line: ChartLine | undefined): string {
  if (line === undefined) return "";
  if (line.lineStyle === "None") return "<a:ln><a:noFill/></a:ln>";
  const dash = Object.entries(dashes).find(([, word]) => word === line.lineStyle)?.[0];
  const inner =
    (line.color === undefined ? "" : solid(line.color)) +
    (dash === undefined ? "" : `<a:prstDash val="${dash}"/>`);
  const width = line.weight === undefined ? undefined : Math.round(line.weight * emuPerPoint);
  const attributes = attributesText({ w: width });
  return inner + attributes === "" ? "" : `<a:ln${attributes}>${inner}</a:ln>`;
}

/** `c:spPr`; empty where the look is Excel's own choice. Lines of series and axes are their outline in the file. */
export function shapeText(look: ChartLook): string {
  const fill =
    look.fill === undefined ? "" : look.fill === "none" ? "<a:noFill/>" : solid(look.fill);
  const inner = fill + lineText(look.line);
  return inner === "" ? "" : `<c:spPr>${inner}</c:spPr>`;
}

function fontText(element: string, font: ChartFont | undefined): string {
  const { size, bold, italic, underline, color, name } = font ?? {};
  const attributes = attributesText({
    sz: size === undefined ? undefined : Math.round(size * 100),
    b: bold === undefined ? undefined : bold ? 1 : 0,
    i: italic === undefined ? undefined : italic ? 1 : 0,
    u: underline === "Single" ? "sng" : undefined,
  });
  const inner =
    (color === undefined ? "" : solid(color)) +
    (name === undefined
      ? ""
      : `<a:latin${attributesText({ typeface: name })}/><a:ea${attributesText({ typeface: name })}/>`);
  return `<a:${element}${attributes}>${inner}</a:${element}>`;
}

function bodyText(turn: number | undefined): string {
  return turn === undefined || turn === 0
    ? "<a:bodyPr/>"
    : `<a:bodyPr${attributesText({ rot: turn === 180 ? 0 : -turn * 60_000, vert: turn === 180 ? "wordArtVert" : "horz" })}/>`;
}

/** `c:txPr`: how texts look that are no words of the chart's own. */
export function textLook(look: ChartLook, turn?: number): string {
  if (look.font === undefined && (turn === undefined || turn === 0)) return "";
  return `<c:txPr>${bodyText(turn)}<a:lstStyle/><a:p><a:pPr>${fontText("defRPr", look.font)}</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
}

/** `c:rich`: words of the chart's own, a paragraph a line; some letters may look otherwise. */
export function richText(
  words: string,
  look: ChartLook,
  more: { readonly turn?: number | undefined; readonly runs?: readonly ChartTextRun[] | undefined },
): string {
  const { turn, runs = [] } = more;
  let start = 0;
  const paragraphs = words.split("\n").map((line) => {
    const cuts = cutsOf(runs, start, line.length);
    const pieces = cuts.slice(0, -1).map((from, index) => {
      const at = start + from;
      const over = runs.filter((run) => at >= run.start && at < run.start + run.length);
      const font = over.reduce<ChartFont>((known, run) => ({ ...known, ...run.font }), {
        ...look.font,
      });
      const text = escapeXml(line.slice(from, cuts[index + 1]));
      return `<a:r>${fontText("rPr", font)}<a:t>${text}</a:t></a:r>`;
    });
    start += line.length + 1;
    return `<a:p><a:pPr>${fontText("defRPr", look.font)}</a:pPr>${pieces.join("")}</a:p>`;
  });
  return `<c:rich>${bodyText(turn)}<a:lstStyle/>${paragraphs.join("")}</c:rich>`;
}

/** The places of a line where letters begin to look otherwise, with its two ends. */
function cutsOf(runs: readonly ChartTextRun[], start: number, length: number): number[] {
  const held = (at: number): number => Math.min(length, Math.max(0, at - start));
  const inner = runs.flatMap((run) => [held(run.start), held(run.start + run.length)]);
  const cuts = [...new Set([0, ...inner, length])].sort((one, other) => one - other);
  return cuts.length === 1 ? [0, 0] : cuts;
}

/** The look an element states in its shape and text properties. */
export function readLook(element: XmlElement | undefined, palette: Palette): ChartLook {
  const look: ChartLook = {};
  if (element === undefined) return look;
  const shape = childNamed(element, "spPr");
  if (shape !== undefined) {
    const fill = readFill(shape, palette);
    if (fill !== undefined) look.fill = fill;
    const line = readLine(childNamed(shape, "ln"), palette);
    if (line !== undefined) look.line = line;
  }
  const font = readFont(element, palette);
  if (font !== undefined) look.font = font;
  return look;
}

function readFill(shape: XmlElement, palette: Palette): string | undefined {
  if (childNamed(shape, "noFill") !== undefined) return "none";
  const gradient = childNamed(shape, "gradFill");
  const stop = gradient === undefined ? undefined : childNamed(gradient, "gsLst")?.children[0];
  return drawingColor(childNamed(shape, "solidFill") ?? stop, palette);
}

function readLine(line: XmlElement | undefined, palette: Palette): ChartLine | undefined {
  if (line === undefined) return undefined;
  if (childNamed(line, "noFill") !== undefined) return { lineStyle: "None" };
  const color = drawingColor(childNamed(line, "solidFill"), palette);
  const style = dashes[childNamed(line, "prstDash")?.attributes.val ?? ""];
  const width = Number(line.attributes.w);
  const found: ChartLine = {};
  if (color !== undefined) found.color = color;
  if (style !== undefined) found.lineStyle = style;
  if (width > 0) found.weight = width / emuPerPoint;
  return Object.keys(found).length === 0 ? undefined : found;
}

function readFont(element: XmlElement, palette: Palette): ChartFont | undefined {
  const rich = childNamed(childNamed(element, "tx") ?? element, "rich");
  const text = childNamed(element, "txPr") ?? rich;
  const paragraph = text === undefined ? undefined : childNamed(text, "p");
  if (paragraph === undefined) return undefined;
  // Runs that look different say nothing of the whole.
  const alike =
    new Set(runsIn(text).map((one) => JSON.stringify(readRunFont(one, palette)))).size < 2;
  const run = alike ? childNamed(childNamed(paragraph, "r") ?? paragraph, "rPr") : undefined;
  const usual = childNamed(childNamed(paragraph, "pPr") ?? paragraph, "defRPr");
  const stated = { ...usual?.attributes, ...run?.attributes };
  const font: ChartFont = {};
  if (Number(stated.sz) > 0) font.size = Number(stated.sz) / 100;
  if (stated.b !== undefined) font.bold = isOn(stated.b);
  if (stated.i !== undefined) font.italic = isOn(stated.i);
  if (stated.u === "sng") font.underline = "Single";
  for (const from of [usual, run]) {
    const color =
      from === undefined ? undefined : drawingColor(childNamed(from, "solidFill"), palette);
    if (color !== undefined) font.color = color;
    const name = from === undefined ? undefined : childNamed(from, "latin")?.attributes.typeface;
    // "+mn-lt" is the theme's font, whichever that is.
    if (name !== undefined && !name.startsWith("+")) font.name = name;
  }
  return Object.keys(font).length === 0 ? undefined : font;
}

/** The runs of all paragraphs of a text. */
export function runsIn(text: XmlElement | undefined): XmlElement[] {
  if (text === undefined) return [];
  return childrenNamed(text, "p").flatMap((paragraph) => childrenNamed(paragraph, "r"));
}

/** How the letters of one run look. */
export function readRunFont(run: XmlElement, palette: Palette, element = "rPr"): ChartFont {
  const stated = childNamed(run, element);
  const font: ChartFont = {};
  if (stated === undefined) return font;
  const { sz, b, i, u } = stated.attributes;
  if (Number(sz) > 0) font.size = Number(sz) / 100;
  if (b !== undefined) font.bold = isOn(b);
  if (i !== undefined) font.italic = isOn(i);
  if (u === "sng") font.underline = "Single";
  const color = drawingColor(childNamed(stated, "solidFill"), palette);
  if (color !== undefined) font.color = color;
  const name = childNamed(stated, "latin")?.attributes.typeface;
  if (name !== undefined && !name.startsWith("+")) font.name = name;
  return font;
}

const themeSlots = "bg1 tx1 bg2 tx2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink";

/** "#RRGGBB" of a colour in DrawingML: plain, of the theme with its lightness changed, or of the system. */
export function drawingColor(holder: XmlElement | undefined, palette: Palette): string | undefined {
  const color = holder?.children[0];
  if (color === undefined) return undefined;
  const { val = "", lastClr } = color.attributes;
  const slot = themeSlots.split(" ").indexOf(val.replace(/^lt/, "bg").replace(/^dk/, "tx"));
  const base =
    color.name === "srgbClr" ? val : color.name === "sysClr" ? lastClr : palette.theme[slot];
  if (base === undefined || !/^[0-9a-f]{6}$/i.test(base)) return undefined;
  const share = (name: string): number | undefined => {
    const stated = childNamed(color, name)?.attributes.val;
    return stated === undefined ? undefined : Number(stated) / 100_000;
  };
  const scale = share("lumMod") ?? share("shade") ?? 1;
  const add = share("lumOff") ?? 0;
  const parts = [0, 2, 4].map((at) => Number.parseInt(base.slice(at, at + 2), 16) / 255);
  const text = parts.map((part) =>
    Math.round(Math.min(1, part * scale + add) * 255)
      .toString(16)
      .padStart(2, "0"),
  );
  return `#${text.join("").toUpperCase()}`;
}
