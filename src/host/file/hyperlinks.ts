import { areaAddress, cellAddress, intersection, parseArea, type Area } from "../model/address";
import type { KeptRelationship } from "../model/kept";
import type { Hyperlink, Sheet } from "../model/sheet";
import { UnmodelledReader, unmodelledAttributes } from "./unmodelled";
import {
  attributesText,
  childNamed,
  childrenNamed,
  prefixedAttribute,
  type XmlElement,
} from "./xml";

const modelled = "ref r:id location tooltip";
/** A link laid over more cells than this counts for the used ones only. */
const mostCells = 10_000;

/** The links of a sheet, cell by cell as the API speaks of them; a file may lay one over an area. */
export function readHyperlinks(
  root: XmlElement,
  sheet: Sheet,
  relationships: readonly KeptRelationship[],
): Hyperlink[] {
  return childrenNamed(childNamed(root, "hyperlinks"), "hyperlink").flatMap((element) => {
    const { ref = "", location, tooltip } = element.attributes;
    const area = parseArea(ref);
    const id = prefixedAttribute(element, "id");
    const address = relationships.find((related) => related.id === id)?.target ?? null;
    if (area === null || (address === null && location === undefined)) return [];
    const link = { address, documentReference: location ?? null, screenTip: tooltip ?? null };
    const { found } = new UnmodelledReader("").attributes(element, modelled);
    return cellsOf(area, sheet).map((cell) => ({ ...cell, ...link, ...found }));
  });
}

function cellsOf(area: Area, sheet: Sheet): { row: number; column: number }[] {
  const count = (area.bottom - area.top + 1) * (area.right - area.left + 1);
  const first = { ...area, bottom: area.top, right: area.left };
  const used = sheet.cells.usedArea(false) ?? first;
  const { top, left, bottom, right } =
    count > mostCells ? (intersection(area, used) ?? first) : area;
  return Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (_, across) => ({
      row: top + down,
      column: left + across,
    })),
  ).flat();
}

/**
 * The `hyperlinks` element. Links below each other to one place are one element, as they were in a file that laid a link
 * over an area.
 *
 * @param linkTo - gives the relationship's id for an address outside the file
 */
export function hyperlinksText(sheet: Sheet, linkTo: (address: string) => string): string {
  const ids = new Map<string, string>();
  const idOf = (address: string | null): string | undefined => {
    if (address === null) return undefined;
    const id = ids.get(address) ?? linkTo(address);
    ids.set(address, id);
    return id;
  };
  const items = besideEachOther(columnRuns(sheet.hyperlinks)).map(
    ({ link, bottom, right }) =>
      `<hyperlink${attributesText({
        ref:
          bottom === link.row && right === link.column
            ? cellAddress(link.row, link.column)
            : areaAddress({ top: link.row, bottom, left: link.column, right }),
        "r:id": idOf(link.address),
        location: link.documentReference,
        tooltip: link.screenTip,
        ...unmodelledAttributes(link, "hyperlink"),
      })}/>`,
  );
  return items.length === 0 ? "" : `<hyperlinks>${items.join("")}</hyperlinks>`;
}

interface Run {
  readonly link: Hyperlink;
  bottom: number;
  right: number;
}

/** Runs of the same rows in columns beside each other that lead to one place are one. */
function besideEachOther(runs: readonly Run[]): Run[] {
  const areas: Run[] = [];
  /** The areas that end at a column, by their rows. */
  const ending = new Map<string, Run>();
  for (const run of runs) {
    const rows = `${run.link.row}:${run.bottom}`;
    const left = ending.get(`${run.link.column - 1} ${rows}`);
    if (left === undefined || !sameTarget(left.link, run.link)) {
      areas.push(run);
      ending.set(`${run.right} ${rows}`, run);
    } else {
      left.right = run.right;
      ending.set(`${run.right} ${rows}`, left);
    }
  }
  return areas;
}

function columnRuns(links: readonly Hyperlink[]): Run[] {
  const sorted = [...links].sort((one, other) => one.column - other.column || one.row - other.row);
  const runs: Run[] = [];
  for (const link of sorted) {
    const run = runs[runs.length - 1];
    const below = run?.right === link.column && run.bottom === link.row - 1;
    if (run !== undefined && below && sameTarget(run.link, link)) {
      run.bottom = link.row;
    } else runs.push({ link, bottom: link.row, right: link.column });
  }
  return runs;
}

function sameTarget(one: Hyperlink, other: Hyperlink): boolean {
  return (
    one.address === other.address &&
    one.documentReference === other.documentReference &&
    one.screenTip === other.screenTip &&
    JSON.stringify(one.unmodelled) === JSON.stringify(other.unmodelled)
  );
}
