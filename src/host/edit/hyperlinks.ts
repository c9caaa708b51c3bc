import { contains, type Area } from "../model/address";
import type { Hyperlink, Sheet } from "../model/sheet";
import { invalidArgument } from "../protocol/host-error";
import { giveLooks, writeInputs } from "./cells";
import { refuseProtected, refuseUnlessAllowed } from "./protection";
import type { Workspace } from "./workspace";

/** What a link is given as; a member that is null is not there. */
export interface LinkWanted {
  readonly address: string | null;
  readonly documentReference: string | null;
  readonly screenTip: string | null;
  readonly textToDisplay: string | null;
}

/** The colour of links in the Office theme. */
const linkColor = "#0563C1";

export function linkAt(sheet: Sheet, row: number, column: number): Hyperlink | null {
  return sheet.hyperlinks.find((link) => link.row === row && link.column === column) ?? null;
}

/**
 * Gives each cell of an area the link; what is shown is the link's text, else what stands there, else the address. The
 * cells look like links.
 */
export function setLinks(workspace: Workspace, sheet: Sheet, area: Area, wanted: LinkWanted): void {
  const { address, documentReference, screenTip, textToDisplay } = wanted;
  if (address === null && documentReference === null) {
    throw invalidArgument("hyperlink", "an address or a documentReference is needed");
  }
  refuseUnlessAllowed(workspace, sheet, "allowInsertHyperlinks");
  refuseProtected(workspace, sheet, area);
  clearLinks(workspace, sheet, area);
  const links: Hyperlink[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      links.push({ row, column, address, documentReference, screenTip });
    }
  }
  sheet.hyperlinks = [...sheet.hyperlinks, ...links];
  const shown = textToDisplay ?? address ?? documentReference ?? "";
  writeInputs(workspace, sheet, area, (row, column) => {
    const kept =
      textToDisplay === null && sheet.cells.value(area.top + row, area.left + column) !== null;
    return kept ? null : `'${shown}`;
  });
  giveLooks(workspace, sheet, area, (style) => ({
    ...style,
    fontColor: linkColor,
    underline: "Single",
  }));
}

/** Takes the links of an area away; texts and looks stay. */
export function clearLinks(workspace: Workspace, sheet: Sheet, area: Area): void {
  if (sheet.hyperlinks.every((link) => !contains(area, link.row, link.column))) return;
  workspace.history.layers(sheet);
  sheet.hyperlinks = sheet.hyperlinks.filter((link) => !contains(area, link.row, link.column));
}
