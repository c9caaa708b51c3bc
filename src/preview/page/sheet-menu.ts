import type { Outcome } from "../../host/edit/editor";
import {
  colourTab,
  duplicateSheet,
  insertSheetBefore,
  showSheetTab,
} from "../../host/edit/person-sheets";
import type { Sheet } from "../../host/model/sheet";
import type { Desk } from "./desk";
import { ask } from "./dialog";
import { showMenu, type Anchor, type MenuEntry } from "./menu";
import { showPalette } from "./palette";

/** Hidden sheets a tab's menu lists. */
const mostHidden = 20;

/** The sheets with a tab, in their order. */
export function shownSheets(desk: Desk): Sheet[] {
  return desk.workbook.sheets.filter((sheet) => sheet.visibility === "Visible");
}

/** Moves a sheet to a place among the shown ones; hidden sheets between them are passed over. */
export function moveAmongShown(desk: Desk, id: string, place: number): Outcome {
  const { sheets } = desk.workbook;
  const others = shownSheets(desk).filter((sheet) => sheet.id !== id);
  const rest = sheets.filter((sheet) => sheet.id !== id);
  const next = others[place];
  const last = others.at(-1);
  const to = next !== undefined ? rest.indexOf(next) : last ? rest.indexOf(last) + 1 : 0;
  return desk.editor.moveSheet(id, to);
}

/** The menu of a sheet's tab: insert, delete, rename, duplicate, move, colour, hide and show. */
export function openSheetMenu(
  desk: Desk,
  sheet: Sheet,
  anchor: Anchor,
  orders: { readonly rename: () => void; readonly done: () => void },
): void {
  const { say, editor, workbook } = desk;
  const { id } = sheet;
  const shown = shownSheets(desk);
  const place = shown.findIndex((one) => one.id === id);
  const doing = (work: () => Outcome) => (): void => {
    void desk.perform(work).then(() => orders.done());
  };
  const move = (step: 1 | -1): MenuEntry => ({
    label: say(step < 0 ? "moveSheetLeft" : "moveSheetRight"),
    disabled: shown[place + step] === undefined,
    run: doing(() => moveAmongShown(desk, id, place + step)),
  });
  const hidden = workbook.sheets.filter((one) => one.visibility === "Hidden");
  const only = shown.length < 2;
  showMenu(
    say("sheetMenu", { name: sheet.name }),
    [
      {
        label: say("addSheet"),
        keys: "Shift+F11",
        run: doing(() => insertSheetBefore(editor, id)),
      },
      {
        label: say("deleteSheet"),
        disabled: only,
        run: () => void deleteAsked(desk, sheet).then(() => orders.done()),
      },
      { label: say("renameSheet"), keys: "F2", run: orders.rename },
      { label: say("duplicateSheet"), run: doing(() => duplicateSheet(editor, id)) },
      {
        label: say("tabColour"),
        run: () =>
          showPalette(say("tabColour"), say("noTabColour"), anchor, (colour) =>
            doing(() => colourTab(editor, id, colour ?? ""))(),
          ),
      },
      "line",
      move(-1),
      move(1),
      "line",
      {
        label: say("hideSheet"),
        disabled: only,
        run: doing(() => showSheetTab(editor, id, false)),
      },
      ...hidden.slice(0, mostHidden).map((one) => ({
        label: say("showSheet", { name: one.name }),
        run: doing(() => showSheetTab(editor, one.id, true)),
      })),
    ],
    anchor,
  );
}

/** A sheet that holds something goes only when the person means it: there is no undo for that. */
async function deleteAsked(desk: Desk, sheet: Sheet): Promise<void> {
  const { say } = desk;
  if (sheet.cells.usedArea(true) !== null || sheet.charts.length > 0) {
    const answer = await ask(
      say("deleteSheetTitle", { name: sheet.name }),
      say("deleteSheetWarning"),
      [
        { answer: "delete", label: say("deleteSheet") },
        { answer: "cancel", label: say("cancel"), primary: true },
      ],
      "warning",
    );
    if (answer !== "delete") return;
  }
  await desk.perform(() => desk.editor.deleteSheet(sheet.id));
}
