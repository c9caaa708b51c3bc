import { saveWarnings } from "../../host/file/save-warnings";
import type { AddInReference } from "../../host/model/kept";
import type { FileWarning } from "../../host/file/failure";
import type { Workbook } from "../../host/model/workbook";
import { element } from "../dom";
import { download, openFile, xlsxBytes, xlsxName } from "../file/files";
import { failureMessage, warningMessage } from "../file/messages";
import type { Language, Say } from "../words";
import type { Desk } from "./desk";
import { ask } from "./dialog";

/** What a person is asked and told while a file is opened or saved. */

const okOnly = (say: Say) => [{ answer: "ok", label: say("ok"), primary: true }] as const;

/** True where nothing unsaved is open, or the person gives it up. */
export async function mayDiscard(desk: Desk | null, say: Say): Promise<boolean> {
  if (desk?.isChanged !== true) return true;
  const answer = await ask(
    say("discardTitle"),
    say("discard"),
    [
      { answer: "discard", label: say("discardYes") },
      { answer: "cancel", label: say("cancel"), primary: true },
    ],
    "warning",
  );
  return answer === "discard";
}

/** Reads a file behind a bar; null where it could not be read, and the person has been told why. */
export async function openBehindBar(
  file: File,
  addIn: AddInReference | null,
  language: Language,
  say: Say,
): Promise<{ readonly workbook: Workbook; readonly warnings: readonly FileWarning[] } | null> {
  const { name } = file;
  const dialog = element("dialog", { class: "dialog", "aria-label": say("opening", { name }) });
  const bar = element("progress", { max: 1, value: 0 });
  dialog.append(element("p", {}, say("opening", { name })), bar);
  // Escape would hide the dialog while the file goes on opening behind it.
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  document.body.append(dialog);
  dialog.showModal();
  try {
    const opened = await openFile(file, addIn, (share) => (bar.value = share));
    if (opened.ok) return opened;
    dialog.remove();
    await ask(name, failureMessage(opened.failure, language), okOnly(say), "error");
    return null;
  } catch (reason) {
    dialog.remove();
    const why = reason instanceof Error ? reason.message : String(reason);
    await ask(say("notDone"), say("openFailed", { reason: why }), okOnly(say), "error");
    return null;
  } finally {
    dialog.remove();
  }
}

/** Says what to know about a file that has been opened. */
export async function tellOpened(
  desk: Desk,
  name: string,
  warnings: readonly FileWarning[],
): Promise<void> {
  const { say, language } = desk;
  const count = warnings.length;
  desk.tell(count === 0 ? say("opened", { name }) : say("openedWith", { name, count }));
  if (count === 0) return;
  const lines = warnings.map((warning) => warningMessage(warning, language)).join("\n");
  await ask(name, lines, okOnly(say));
}

/** Saves the workbook as a download, after saying what will not be in it. */
export async function saveAsked(desk: Desk, addIn: AddInReference | null): Promise<void> {
  const { workbook, say, language } = desk;
  const warnings = saveWarnings(workbook);
  if (warnings.length > 0) {
    const answer = await ask(
      workbook.fileName,
      warnings.map((warning) => warningMessage(warning, language)).join("\n"),
      [
        { answer: "save", label: say("saveAnyway"), primary: true },
        { answer: "cancel", label: say("cancel") },
      ],
      "warning",
    );
    if (answer !== "save") return;
  }
  desk.tell(say("saving"));
  try {
    const name = xlsxName(workbook.fileName, say("sample"));
    const saved = desk.saving();
    const bytes = await xlsxBytes(workbook, addIn, (share) =>
      desk.tell(say("savingShare", { percent: Math.round(share * 100) })),
    );
    download(bytes, name);
    saved();
    desk.tell(say("saved", { name }));
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason);
    await ask(say("notDone"), say("saveFailed", { reason: why }), okOnly(say), "error");
  }
}
