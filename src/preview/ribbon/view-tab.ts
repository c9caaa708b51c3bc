import { showGridlines } from "../../host/edit/person-sheets";
import { below, showMenu } from "../page/menu";
import { bigButton } from "./controls";
import { ribbonGroup, type RibbonTab } from "./ribbon";
import { tabOf, type TabContext, type TabGroup } from "./tab-group";

/** The View tab: how large, what stays in place, and a colleague's window beside. */
export function viewTab(
  context: TabContext,
  colleague: (() => void) | null,
): RibbonTab & { refresh(): void } {
  const { say } = context.desk;
  return tabOf("view", say("viewTab"), [
    showGroup(context),
    zoomGroup(context),
    windowGroup(context, colleague),
  ]);
}

function showGroup({ desk, focusGrid }: TabContext): TabGroup {
  const { say } = desk;
  const lines = bigButton("table", say("gridlines"), () => {
    const shown = !desk.sheet.showGridlines;
    void desk.perform(() => showGridlines(desk.editor, desk.sheet.id, shown));
    focusGrid();
  });
  return {
    root: ribbonGroup(say("groupShow"), lines),
    refresh: () => lines.setAttribute("aria-pressed", String(desk.sheet.showGridlines)),
  };
}

function zoomGroup({ desk, actions, focusGrid }: TabContext): TabGroup {
  const { say, zoom } = desk;
  const button = (
    icon: "zoomIn" | "zoomOut" | "zoomUsual",
    label: string,
    run: () => void,
  ): HTMLElement =>
    bigButton(icon, label, () => {
      run();
      focusGrid();
    });
  return {
    root: ribbonGroup(
      say("groupZoom"),
      button("zoomIn", say("zoomIn"), () => zoom.step(desk.sheet, 1)),
      button("zoomOut", say("zoomOut"), () => zoom.step(desk.sheet, -1)),
      button("zoomUsual", "100%", () => zoom.set(desk.sheet, 100)),
      button("zoomIn", say("zoomSelection"), () => actions.zoomToSelection()),
    ),
  };
}

function windowGroup(
  { desk, actions, focusGrid }: TabContext,
  colleague: (() => void) | null,
): TabGroup {
  const { say } = desk;
  const freezing = (rows: number, columns: number) => (): void => {
    void desk.perform(() => desk.editor.setFreeze(desk.sheet.id, rows, columns));
    focusGrid();
  };
  const freeze = bigButton("freeze", say("freeze"), () => {
    const frozen = desk.sheet.freeze !== null;
    const here = (): void => {
      actions.toggleFreeze();
      focusGrid();
    };
    showMenu(
      say("freeze"),
      [
        { label: say(frozen ? "unfreeze" : "freezeHere"), run: here },
        { label: say("freezeTop"), run: freezing(1, 0) },
        { label: say("freezeFirst"), run: freezing(0, 1) },
      ],
      below(freeze),
    );
  });
  freeze.setAttribute("aria-haspopup", "menu");
  const another =
    colleague === null
      ? []
      : [bigButton("colleague", say("colleague"), colleague, undefined, say("colleagueTip"))];
  return {
    root: ribbonGroup(say("groupWindow"), freeze, ...another),
    refresh: () => freeze.setAttribute("aria-pressed", String(desk.sheet.freeze !== null)),
  };
}
