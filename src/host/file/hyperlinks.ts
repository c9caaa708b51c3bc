import { areaAddress, cellAddress, intersection, parseArea, type Area } from "../model/address";
import type { KeptRelationship } from "../model/kept";
import type { Hyperlink, Sheet } from "../model/sheet";
import {
  attributesText,
  childNamed,
  childrenNamed,
  prefixedAttribute,
  type XmlElement,
} from "./xml";

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
    return cellsOf(area, sheet).map((cell) => ({ ...cell, ...link }));
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
  const items = columnRuns(sheet.hyperlinks).map(
    ({ link, bottom }) =>
      `<hyperlink${attributesText({
        ref:
          bottom === link.row
            ? cellAddress(link.row, link.column)
            : areaAddress({ top: link.row, bottom, left: link.column, right: link.column }),
        "r:id": idOf(link.address),
        location: link.documentReference,
        tooltip: link.screenTip,
      })}/>`,
  );
  return items.length === 0 ? "" : `<hyperlinks>${items.join("")}</hyperlinks>`;
}

function columnRuns(links: readonly Hyperlink[]): { link: Hyperlink; bottom: number }[] {
  const sorted = [...links].sort((one, other) => one.column - other.column || one.row - other.row);
  const runs: { link: Hyperlink; bottom: number }[] = [];
  for (const link of sorted) {
    const run = runs[runs.length - 1];
    if (run !== undefined && run.bottom === link.row - 1 && sameTarget(run.link, link)) {
      run.bottom = link.row;
    } else runs.push({ link, bottom: link.row });
  }
  return runs;
}

function sameTarget(one: Hyperlink, other: Hyperlink): boolean {
  return (
    one.column === other.column &&
    one.address === other.address &&
    one.documentReference === other.documentReference &&
    one.screenTip === other.screenTip
  );
}
