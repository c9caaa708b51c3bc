import { element } from "../dom";
import type { Command } from "../ribbon/manifest";
import { copySelection } from "./clipboard";
import type { Desk } from "./desk";
import type { GridActions } from "./grid-actions";
import { icon } from "./icons";
import { showMenu, type Anchor } from "./menu";

/** The context menu of cells: a few of the spreadsheet's own commands, then those the manifest adds. */
export function openCellMenu(
  desk: Desk,
  actions: GridActions,
  own: readonly Command[],
  anchor: Anchor,
  then: { readonly command: (command: Command) => void; readonly done: () => void },
): void {
  const { say } = desk;
  const inTable = actions.table() !== null;
  const acting = (run: () => void) => (): void => {
    run();
    then.done();
  };
  showMenu(
    say("grid"),
    [
      {
        label: say("copy"),
        icon: icon("copy"),
        keys: "Ctrl+C",
        run: acting(() => void copySelection(desk)),
      },
      {
        label: say("clearContents"),
        icon: icon("clear"),
        keys: "Del",
        run: acting(() => actions.clear()),
      },
      "line",
      {
        label: say("insertRows"),
        icon: icon("insertRows"),
        run: acting(() => actions.insertRows()),
      },
      {
        label: say("deleteRows"),
        icon: icon("deleteRows"),
        run: acting(() => actions.deleteRows()),
      },
      "line",
      {
        label: say("sortUp"),
        icon: icon("sortUp"),
        disabled: !inTable,
        run: acting(() => actions.sort(true)),
      },
      {
        label: say("sortDown"),
        icon: icon("sortDown"),
        disabled: !inTable,
        run: acting(() => actions.sort(false)),
      },
      ...(own.length === 0 ? [] : (["line"] as const)),
      ...own.map((command) => ({
        label: command.label,
        icon: element("img", { src: command.icon(16), width: 16, height: 16, alt: "" }),
        run: () => then.command(command),
      })),
    ],
    anchor,
  );
}
