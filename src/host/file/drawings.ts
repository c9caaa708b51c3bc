import { chartId, type Chart, type ChartCorner } from "../model/charts";
import { chartBox, cornersOf } from "../model/chart-place";
import type { KeptDrawing, KeptRelationship } from "../model/kept";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { readChart } from "./chart-read";
import { chartNamespace, drawingNamespace, emuPerPoint } from "./chart-words";
import type { Palette } from "./color";
import type { PackageReader } from "./package-read";
import { inUsualKind, relationshipsNamespace, transitional } from "./namespaces";
import {
  attributesText,
  childNamed,
  descendants,
  escapeXml,
  parseXml,
  prefixedAttribute,
  XmlError,
  xmlHeader,
  type XmlElement,
} from "./xml";

const placeNamespace = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

/**
 * Takes a sheet's drawing apart: charts the host knows become the sheet's, everything else is kept as text.
 *
 * @returns what is kept; null where the drawing cannot be taken apart, so that it stays whole
 */
export function readDrawing(
  sheet: Sheet,
  part: string,
  context: {
    readonly files: PackageReader;
    readonly workbook: Workbook;
    readonly palette: Palette;
  },
): KeptDrawing | null {
  const { files, workbook, palette } = context;
  if (!files.has(part)) return null;
  const source = files.text(part);
  const root = tolerant(() => parseXml(source));
  if (root === null) return null;
  const relationships = files.relationships(part);
  const anchors: string[] = [];
  const charts = new Map<string, KeptChart>();
  const used = new Set<string>();
  for (const anchor of root.children) {
    const frame = childNamed(anchor, "graphicFrame");
    const named = frame === undefined ? undefined : descendants(frame, "chart")[0];
    const linkId = named === undefined ? undefined : prefixedAttribute(named, "id");
    const link = relationships.find(({ id }) => id === linkId);
    const corners = cornersIn(anchor, sheet);
    const chart =
      link === undefined || corners === null || !files.has(link.target)
        ? null
        : tolerant(() =>
            readChart(
              parseXml(files.text(link.target)),
              nextId(workbook),
              palette,
              chartBox(sheet, corners),
            ),
          );
    if (chart === null || corners === null || link === undefined || frame === undefined) {
      anchors.push(source.slice(anchor.start, anchor.end));
      continue;
    }
    used.add(link.id);
    Object.assign(chart, corners);
    chart.name = descendants(frame, "cNvPr")[0]?.attributes.name ?? `Chart ${charts.size + 1}`;
    sheet.charts.push(chart);
    const text = inUsualKind(source.slice(anchor.start, anchor.end));
    charts.set(chart.id, {
      link,
      asRead: contentOf(chart),
      anchor: { text, says: placeOf(chart), behind: anchors.length },
    });
  }
  return {
    rootAttributes: root.attributes,
    anchors,
    relationships: relationships.filter(({ id }) => !used.has(id)),
    charts,
  };
}

function nextId(workbook: Workbook): string {
  return chartId(1 + workbook.sheets.reduce((count, { charts }) => count + charts.length, 0));
}

/** Drawings nobody can read are no reason to refuse the workbook: they stay in the file as they are. */
function tolerant<Answer>(read: () => Answer): Answer | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof XmlError) return null;
    throw error;
  }
}

/** Whether a chart still says what its part says. */
export function isAsRead(chart: Chart, { asRead }: Pick<KeptChart, "asRead">): boolean {
  return asRead === contentOf(chart);
}

/** What of a chart stands in its own part; its place and name are the drawing's. */
function contentOf(chart: Chart): string {
  return JSON.stringify({ ...chart, id: "", name: "", from: null, to: null });
}

function placeOf({ name, from, to }: Chart): string {
  return JSON.stringify([name, from, to]);
}

function cornersIn(
  anchor: XmlElement,
  sheet: Sheet,
): { from: ChartCorner; to: ChartCorner } | null {
  const from = cornerIn(childNamed(anchor, "from"));
  const to = cornerIn(childNamed(anchor, "to"));
  if (from !== null && to !== null) return { from, to };
  const size = childNamed(anchor, "ext")?.attributes;
  const width = Number(size?.cx) / emuPerPoint;
  const height = Number(size?.cy) / emuPerPoint;
  if (!(width > 0) || !(height > 0)) return null;
  const place = childNamed(anchor, "pos")?.attributes;
  const left = Number(place?.x ?? 0) / emuPerPoint;
  const top = Number(place?.y ?? 0) / emuPerPoint;
  if (from === null) return cornersOf(sheet, { left, top, width, height });
  return cornersOf(sheet, { ...chartBox(sheet, { from, to: from }), width, height });
}

function cornerIn(element: XmlElement | undefined): ChartCorner | null {
  if (element === undefined) return null;
  const number = (name: string): number => Number(childNamed(element, name)?.text ?? NaN);
  const corner = {
    row: number("row"),
    column: number("col"),
    down: number("rowOff") / emuPerPoint,
    right: number("colOff") / emuPerPoint,
  };
  return Object.values(corner).every((one) => Number.isFinite(one) && one >= 0) ? corner : null;
}

type KeptChart = NonNullable<ReturnType<KeptDrawing["charts"]["get"]>>;

/** A sheet's drawing as it is written: the part's text, what it leads to, and the charts that need a part of their own. */
interface DrawingText {
  readonly text: string;
  readonly relationships: readonly KeptRelationship[];
  readonly fresh: readonly { readonly chart: Chart; readonly part: string }[];
}

/**
 * The drawing of a sheet's charts and of what was kept; null where there is nothing to draw. A chart nobody has changed
 * since it was opened keeps its part as it was.
 *
 * @param partOf - names the part of a chart that is written anew
 */
export function drawingText(
  sheet: Sheet,
  kept: KeptDrawing | null,
  partOf: (chart: Chart) => string,
): DrawingText | null {
  if (sheet.charts.length === 0 && (kept === null || kept.anchors.length === 0)) return null;
  const relationships: KeptRelationship[] = [...(kept?.relationships ?? [])];
  const fresh: { chart: Chart; part: string }[] = [];
  const taken = new Set(
    [...relationships, ...[...(kept?.charts.values() ?? [])].map(({ link }) => link)].map(
      ({ id }) => id,
    ),
  );
  const others = kept?.anchors ?? [];
  let placed = 0;
  const anchors = sheet.charts.flatMap((chart, index) => {
    const before = kept?.charts.get(chart.id);
    let number = index + 1;
    while (taken.has(`ks${number}`)) number++;
    const id = before?.link.id ?? `ks${number}`;
    taken.add(id);
    const same = before !== undefined && isAsRead(chart, before);
    const target = same ? before.link.target : partOf(chart);
    if (!same) fresh.push({ chart, part: target });
    relationships.push({ id, type: `${relationshipsNamespace}/chart`, target, external: false });
    const behind = others.slice(placed, before?.anchor.behind ?? others.length);
    placed += behind.length;
    const frame =
      before === undefined
        ? anchorText(chart, id, 1001 + index)
        : keptAnchorText(chart, before, sheet);
    return [...behind, frame];
  });
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(kept?.rootAttributes ?? {})) {
    attributes[name] = transitional(value);
  }
  const root = attributesText({
    ...attributes,
    "xmlns:xdr": placeNamespace,
    "xmlns:a": drawingNamespace,
  });
  const inner = [...anchors, ...others.slice(placed)].join("");
  return { text: `${xmlHeader}<xdr:wsDr${root}>${inner}</xdr:wsDr>`, relationships, fresh };
}

function cornerText(name: string, { row, column, down, right }: ChartCorner): string {
  return `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>${emu(right)}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${emu(down)}</xdr:rowOff></xdr:${name}>`;
}

/** The frame a chart had, moved to where it is now. One that states a size goes on doing so. */
function keptAnchorText(chart: Chart, { anchor }: KeptChart, sheet: Sheet): string {
  if (anchor.says === placeOf(chart)) return anchor.text;
  const { left, top, width, height } = chartBox(sheet, chart);
  // A frame between two corners states sizes for the drawing inside it only.
  const sized = /^<(?:\w+:)?twoCellAnchor\b/.test(anchor.text)
    ? anchor.text
    : restated(restated(anchor.text, "pos", { x: left, y: top }), "ext", { cx: width, cy: height });
  return sized
    .replace(/<(\w+:)?from>[^]*?<\/\1from>/, () => cornerText("from", chart.from))
    .replace(/<(\w+:)?to>[^]*?<\/\1to>/, () => cornerText("to", chart.to))
    .replace(
      /(<(?:\w+:)?cNvPr\b[^>]*?\sname=")[^"]*/,
      (_, start: string) => start + escapeXml(chart.name),
    );
}

/** The first element of that name with other lengths, given in points. */
function restated(
  text: string,
  element: string,
  lengths: Readonly<Record<string, number>>,
): string {
  return text.replace(new RegExp(`<(?:\\w+:)?${element}\\b[^>]*`), (tag) =>
    Object.entries(lengths).reduce(
      (now, [name, points]) =>
        now.replace(
          new RegExp(`(\\s${name}=")[^"]*`),
          (_, start: string) => start + String(emu(points)),
        ),
      tag,
    ),
  );
}

function emu(points: number): number {
  return Math.round(points * emuPerPoint);
}

function anchorText(chart: Chart, link: string, number: number): string {
  const frame =
    `<xdr:nvGraphicFramePr><xdr:cNvPr${attributesText({ id: number, name: chart.name })}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${chartNamespace}"><c:chart xmlns:c="${chartNamespace}" xmlns:r="${relationshipsNamespace}" r:id="${link}"/></a:graphicData></a:graphic>`;
  return `<xdr:twoCellAnchor>${cornerText("from", chart.from)}${cornerText("to", chart.to)}<xdr:graphicFrame macro="">${frame}</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
}
