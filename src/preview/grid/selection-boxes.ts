import type { Area } from "../../host/model/address";
import { element } from "../dom";
import type { Pane, PaneScene } from "./pane";
import { mergeAt, type GridSelection } from "./selection";

/** A selection of somebody else in the same workbook. */
export interface Presence {
  readonly name: string;
  readonly sheetId: string;
  readonly areas: readonly Area[];
}

/** As many as the styles have. */
const referenceColours = 6;

/** Draws the frames around what is selected into every pane, with the fill handle at its corner. */
export function drawSelection(
  panes: readonly Pane[],
  scene: PaneScene,
  { areas, active }: GridSelection,
  {
    filling,
    copied,
    others,
    referred,
  }: {
    readonly filling: Area | null;
    readonly copied: Area | null;
    readonly others: readonly Presence[];
    /** What the formula under edit speaks of; their colours go round in this order. */
    readonly referred: readonly (Area | null)[];
  },
): void {
  const activeArea = mergeAt(scene.sheet, active) ?? {
    top: active.row,
    left: active.column,
    bottom: active.row,
    right: active.column,
  };
  const single =
    areas.length === 1 &&
    areas.every(
      (area) =>
        area.top === activeArea.top &&
        area.left === activeArea.left &&
        area.bottom === activeArea.bottom &&
        area.right === activeArea.right,
    );
  for (const pane of panes) {
    const boxes = areas.map((area) =>
      areaBox(pane, scene, area, single ? "selected single" : "selected"),
    );
    if (!single) boxes.push(areaBox(pane, scene, activeArea, "active"));
    if (copied !== null) boxes.push(areaBox(pane, scene, copied, "copied"));
    for (const other of others) boxes.push(...presenceBoxes(pane, scene, other));
    referred.forEach((area, index) => {
      if (area === null) return;
      const box = areaBox(pane, scene, area, "referred");
      box.dataset["turn"] = String(index % referenceColours);
      boxes.push(box);
    });
    if (filling !== null) boxes.push(areaBox(pane, scene, filling, "filling"));
    const [only, second] = areas;
    if (only !== undefined && second === undefined) boxes.push(...fillHandle(pane, scene, only));
    pane.overlay.replaceChildren(...boxes);
  }
}

/** Frames where somebody else is, with their name at the first. */
function presenceBoxes(pane: Pane, scene: PaneScene, { name, areas }: Presence): HTMLDivElement[] {
  return areas.map((area, index) => {
    const box = areaBox(pane, scene, area, "other");
    // Above the first row there is no room for a name.
    const place = area.top === 0 ? "other-name inside" : "other-name";
    if (index === 0) box.append(element("span", { class: place }, name));
    return box;
  });
}

/** The small square at the selection's last cell; whole rows and columns have none. */
function fillHandle(pane: Pane, scene: PaneScene, area: Area): HTMLDivElement[] {
  if (area.bottom >= scene.rows.count || area.right >= scene.columns.count) return [];
  const { left, top, width, height } = pane.rectangle(scene, area);
  const handle = element("div", { class: "fill-handle", "data-fill": true });
  Object.assign(handle.style, { left: `${left + width - 5}px`, top: `${top + height - 5}px` });
  return [handle];
}

function areaBox(pane: Pane, scene: PaneScene, area: Area, kind: string): HTMLDivElement {
  const clipped = {
    ...area,
    bottom: Math.min(area.bottom, scene.rows.count - 1),
    right: Math.min(area.right, scene.columns.count - 1),
  };
  const { left, top, width, height } = pane.rectangle(scene, clipped);
  const box = element("div", { class: kind });
  // One pixel outwards, so that the frame lies on the gridlines around the cells.
  Object.assign(box.style, {
    left: `${left - 1}px`,
    top: `${top - 1}px`,
    width: `${width + 1}px`,
    height: `${height + 1}px`,
  });
  return box;
}
