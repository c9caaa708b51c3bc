/** The preview page's program: which workbook is open, in which language, and how another takes its place. */
import type { Workbook } from "../host/model/workbook";
import { saveWarnings } from "../host/file/save-warnings";
import { download, openFile, xlsxBytes, xlsxName } from "./file/files";
import { failureMessage, warningMessage } from "./file/messages";
import { element } from "./dom";
import { Desk } from "./page/desk";
import { ask } from "./page/dialog";
import { Page } from "./page/page";
import styles from "./preview.css";
import { loadAddIn } from "./ribbon/add-in";
import { sampleWorkbook } from "./sample-workbook";
import "./window";
import { pageLanguage, sayIn, type Language, type Say } from "./words";

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const place = document.getElementById("page");
if (place === null) throw new Error("The page has no place to stand.");

let language: Language = pageLanguage(location.search, navigator.language);
/** Both languages at once: switching shall not wait. */
const [zh, en] = await Promise.all([loadAddIn("zh"), loadAddIn("en")]);
const addIns = { zh, en };
let say: Say = sayIn(language);
let page: Page | null = null;
let desk: Desk | null = null;
/** True until the sample is replaced or changed: only then a switch of language replaces it. */
let isSample = true;

function show(workbook: Workbook): void {
  const paneWidth = page?.pane.width ?? 360;
  page?.close();
  say = sayIn(language);
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = `${workbook.fileName} - ${say("app")}`;
  const fresh: Desk = new Desk(
    workbook,
    language,
    say,
    (message) => page?.status.tell(message),
    // A copy for others goes without the add-in.
    (book) => xlsxBytes(book, null, () => undefined),
  );
  desk = fresh;
  fresh.host.onSave(() => void save());
  fresh.host.onOpenFile((bytes) => {
    const name = say("copyName", { name: xlsxName(fresh.workbook.fileName, say("sample")) });
    download(bytes, name);
    fresh.tell(say("copyOpened", { name }));
  });
  fresh.host.onClose(() => fresh.tell(say("closedByAddIn")));
  page = new Page(
    fresh,
    addIns[language],
    { open, save: () => void save(), switchLanguage },
    paneWidth,
  );
  const shown = page;
  window.keepsheetPreview = {
    connect: () => shown.pane.connect(),
    paint: () => {
      shown.grid.repaint();
      shown.grid.paintNow();
      return shown.grid.lastPaint;
    },
  };
  place?.append(page.root);
  page.refresh();
  page.focusGrid();
  if (addIns[language] === null) fresh.tell(say("manifestMissing"));
}

function switchLanguage(): void {
  language = language === "zh" ? "en" : "zh";
  const address = new URL(location.href);
  address.searchParams.set("lang", language);
  history.replaceState(null, "", address);
  const workbook = desk?.workbook;
  const untouched = isSample && desk?.isChanged !== true;
  show(workbook === undefined || untouched ? sampleWorkbook(language, new Date()) : workbook);
}

const chooser = element("input", {
  type: "file",
  accept: ".xlsx,.xlsm,.csv,.tsv,.txt",
  hidden: true,
  "data-file": true,
});
document.body.append(chooser);
chooser.addEventListener("change", () => {
  const file = chooser.files?.[0];
  chooser.value = "";
  if (file !== undefined) void openChosen(file);
});

function open(): void {
  chooser.click();
}

async function openChosen(file: File): Promise<void> {
  if (desk?.isChanged === true) {
    const answer = await ask(
      say("discardTitle"),
      say("discard"),
      [
        { answer: "discard", label: say("discardYes") },
        { answer: "cancel", label: say("cancel"), primary: true },
      ],
      "warning",
    );
    if (answer === "cancel") return;
  }
  const name = file.name;
  const dialog = element("dialog", { class: "dialog", "aria-label": say("opening", { name }) });
  const bar = element("progress", { max: 1, value: 0 });
  dialog.append(element("p", {}, say("opening", { name })), bar);
  // Escape would hide the dialog while the file goes on opening behind it.
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  document.body.append(dialog);
  dialog.showModal();
  try {
    const opened = await openFile(file, (share) => (bar.value = share));
    dialog.remove();
    if (!opened.ok) {
      await ask(
        name,
        failureMessage(opened.failure, language),
        [{ answer: "ok", label: say("ok"), primary: true }],
        "error",
      );
      return;
    }
    isSample = false;
    show(opened.workbook);
    const { warnings } = opened;
    desk?.tell(
      warnings.length === 0
        ? say("opened", { name })
        : say("openedWith", { name, count: warnings.length }),
    );
    if (warnings.length > 0) {
      const lines = warnings.map((warning) => warningMessage(warning, language)).join("\n");
      await ask(name, lines, [{ answer: "ok", label: say("ok"), primary: true }]);
    }
  } finally {
    dialog.remove();
    page?.focusGrid();
  }
}

async function save(): Promise<void> {
  if (desk === null || page === null || !(await page.settle())) return;
  const { workbook } = desk;
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
    const name = xlsxName(desk.workbook.fileName, say("sample"));
    const ribbon = addIns[language]?.ribbon;
    const addIn =
      ribbon === undefined
        ? null
        : { id: ribbon.id, version: ribbon.version, store: "developer", storeType: "Registry" };
    const bytes = await xlsxBytes(workbook, addIn, (share) =>
      desk?.tell(say("savingShare", { percent: Math.round(share * 100) })),
    );
    download(bytes, name);
    desk.saved();
    desk.tell(say("saved", { name }));
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason);
    await ask(
      say("notDone"),
      say("saveFailed", { reason: why }),
      [{ answer: "ok", label: say("ok"), primary: true }],
      "error",
    );
  }
}

const veil = element("div", { class: "drop-veil", hidden: true });
document.body.append(veil);
window.addEventListener("dragover", (event) => {
  if (event.dataTransfer?.types.includes("Files") !== true) return;
  event.preventDefault();
  veil.textContent = say("dropHere");
  veil.hidden = false;
});
window.addEventListener("dragleave", (event) => {
  if (event.relatedTarget === null) veil.hidden = true;
});
window.addEventListener("drop", (event) => {
  veil.hidden = true;
  const files = event.dataTransfer?.files;
  if (files === undefined || files.length === 0) return;
  event.preventDefault();
  const [file] = files;
  if (files.length > 1) desk?.tell(say("dragOne"));
  else if (file !== undefined) void openChosen(file);
});
window.addEventListener("beforeunload", (event) => {
  if (desk?.isChanged === true) event.preventDefault();
});

show(sampleWorkbook(language, new Date()));
