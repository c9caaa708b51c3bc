import type { CellStyle } from "../../host/model/style";
import { element } from "../dom";
import type { CellActions } from "../page/cell-actions";
import type { Copied } from "../page/copied";
import type { Desk } from "../page/desk";
import type { IconName } from "../page/icons";
import type { WordKey } from "../words";
import { iconButton } from "./controls";
import type { RibbonTab } from "./ribbon";

/** What the groups of a tab work on. */
export interface TabContext {
  readonly desk: Desk;
  readonly actions: CellActions;
  readonly copied: Copied;
  readonly focusGrid: () => void;
  /** Opens parts of the page that stand over the grid. */
  readonly open: {
    readonly find: (replacing: boolean) => void;
    readonly format: () => void;
    readonly note: () => void;
    readonly comment: () => void;
  };
}

/** A group, and what in it follows the workbook and the selection. */
export interface TabGroup {
  readonly root: HTMLElement;
  refresh?(): void;
}

/** A tab made of groups; refreshing it refreshes them. */
export function tabOf(
  id: string,
  label: string,
  groups: readonly TabGroup[],
): RibbonTab & { refresh(): void } {
  return {
    id,
    label,
    panel: element("div", {}, ...groups.map(({ root }) => root)),
    refresh: () => {
      for (const group of groups) group.refresh?.();
    },
  };
}

/** A button for one command, named as its icon and its words are; the grid has the keys again after it. */
export function command(
  { desk, focusGrid }: TabContext,
  name: IconName & WordKey,
  run: () => void,
  keys?: string,
): HTMLButtonElement {
  const act = (): void => {
    run();
    focusGrid();
  };
  return iconButton(name, desk.say(name), act, keys);
}

export function activeStyle({ desk }: TabContext): CellStyle {
  const { row, column } = desk.selection.active;
  return desk.sheet.cells.style(row, column);
}
