import type { Sheet } from "../model/sheet";
import { copySheet } from "./copy-sheet";
import type { Editor, Outcome } from "./editor";
import { sheetLook } from "./sheet-look";
import { addSheet, moveSheet, setVisibility } from "./sheets";

/** What a person does to whole sheets by their tabs; each is one step of undo, and may be refused. */

const done: Outcome = { accepted: true };

/** Adds a sheet before another one and brings it to the front. */
export function insertSheetBefore(editor: Editor, sheetId: string): Outcome {
  const { workspace } = editor;
  let added = "";
  const outcome = editor.act(
    "add sheet",
    (next) => {
      const sheet = addSheet(workspace, null);
      moveSheet(workspace, sheet, workspace.workbook.sheets.indexOf(next));
      added = sheet.id;
      return done;
    },
    sheetId,
  );
  if (outcome.accepted) editor.activateSheet(added);
  return outcome;
}

/** Copies a sheet with everything on it, behind itself, and brings the copy to the front. */
export function duplicateSheet(editor: Editor, sheetId: string): Outcome {
  const { workspace } = editor;
  let copied = "";
  const outcome = editor.act(
    "copy sheet",
    (sheet) => {
      copied = copySheet(workspace, sheet, workspace.workbook.sheets.indexOf(sheet) + 1).id;
      return done;
    },
    sheetId,
  );
  if (outcome.accepted) editor.activateSheet(copied);
  return outcome;
}

export function showSheetTab(editor: Editor, sheetId: string, shown: boolean): Outcome {
  return onSheet(editor, shown ? "show sheet" : "hide sheet", sheetId, (sheet) =>
    setVisibility(editor.workspace, sheet, shown ? "Visible" : "Hidden"),
  );
}

/** Colours a sheet's tab; "" takes the colour away. */
export function colourTab(editor: Editor, sheetId: string, colour: string): Outcome {
  return onSheet(editor, "tab colour", sheetId, (sheet) =>
    sheetLook(editor.workspace, sheet, (look) => (look.tabColor = colour)),
  );
}

export function showGridlines(editor: Editor, sheetId: string, shown: boolean): Outcome {
  return onSheet(editor, "gridlines", sheetId, (sheet) =>
    sheetLook(editor.workspace, sheet, (look) => (look.showGridlines = shown)),
  );
}

function onSheet(
  editor: Editor,
  label: string,
  sheetId: string,
  work: (sheet: Sheet) => void,
): Outcome {
  return editor.act(
    label,
    (sheet) => {
      work(sheet);
      return done;
    },
    sheetId,
  );
}
