/** The preview page's program: which workbook is open, in which language, and how another takes its place. */
import { ExcelHost, type Client } from "../host/excel-host";
import type { AddInReference } from "../host/model/kept";
import type { Workbook } from "../host/model/workbook";
import { watchFiles } from "./file/choose-file";
import { download, xlsxBytes, xlsxName } from "./file/files";
import { Colleague, presenceOf } from "./page/colleague";
import { Desk } from "./page/desk";
import { mayDiscard, openBehindBar, saveAsked, tellOpened } from "./page/open-save";
import { Page } from "./page/page";
import type { Seat } from "./page/pane-frame";
import { makeTitleBar } from "./page/title-bar";
import { loadAddIn } from "./ribbon/add-in";
import { sampleWorkbook } from "./sample/sample-workbook";
import { styles } from "./styles/styles";
import "./window";
import { pageLanguage, sayIn, type Language, type Say } from "./words";

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const place = document.getElementById("page");
if (place === null) throw new Error("The page has no place to stand.");
const stage = place;

let language: Language = pageLanguage(location.search, navigator.language);
/** Both languages at once: switching shall not wait. */
const [zh, en] = await Promise.all([loadAddIn("zh"), loadAddIn("en")]);
const addIns = { zh, en };
let say: Say = sayIn(language);
let page: Page | null = null;
let desk: Desk | null = null;
let colleague: Colleague | null = null;
/** True until the sample is replaced or changed: only then a switch of language replaces it. */
let isSample = true;

function hostOf(workbook: Workbook): ExcelHost {
  const host = new ExcelHost(workbook, {
    locale: language === "zh" ? "zh-CN" : "en-US",
    clock: () => new Date(),
    // A copy for others goes without the add-in.
    fileOf: (book) => xlsxBytes(book, null, () => undefined),
  });
  host.onSave(() => void save());
  host.onOpenFile((bytes) => {
    const name = say("copyName", { name: xlsxName(workbook.fileName, say("sample")) });
    download(bytes, name);
    desk?.tell(say("copyOpened", { name }));
  });
  host.onClose(() => desk?.tell(say("closedByAddIn")));
  return host;
}

/** The person's own pane: a page that loads again takes the place of the one before. */
function ownSeat(host: ExcelHost): Seat {
  const addIn = addIns[language];
  let client: Client | null = null;
  return {
    connect: () => {
      client?.close();
      client = host.connect(addIn === null ? {} : { functions: addIn.functions });
      return client;
    },
  };
}

function show(workbook: Workbook): void {
  const paneWidth = page?.pane.width ?? 360;
  closeColleague();
  page?.close();
  say = sayIn(language);
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = `${workbook.fileName} - ${say("app")}`;
  const host = hostOf(workbook);
  const fresh = new Desk(
    host,
    () => host.editor,
    language,
    say,
    (message) => page?.status.tell(message),
    say("me"),
  );
  desk = fresh;
  const orders = { open, save: () => void save(), switchLanguage, colleague: toggleColleague };
  const shown = new Page(fresh, addIns[language], {
    ...orders,
    bar: makeTitleBar(fresh, orders),
    seat: ownSeat(host),
    paneWidth,
    others: () => (colleague === null ? [] : [presenceOf(colleague.desk)]),
  });
  page = shown;
  window.keepsheetPreview = {
    connect: (pane) => {
      const theirs = colleague !== null && colleague.page.pane.frame.contentWindow === pane;
      return (theirs ? colleague?.page.pane : shown.pane)?.connect() ?? shown.pane.connect();
    },
    paint: () => {
      shown.grid.repaint();
      shown.grid.paintNow();
      return shown.grid.lastPaint;
    },
  };
  stage.append(shown.root);
  shown.refresh();
  shown.focusGrid();
  if (addIns[language] === null) fresh.tell(say("manifestMissing"));
}

/** Opens the workbook once more as somebody else, or closes their window. */
function toggleColleague(): void {
  if (colleague !== null) {
    closeColleague();
    page?.focusGrid();
    return;
  }
  const mine = page;
  const host = desk?.host;
  // The first client is the person's own: a colleague comes after it.
  void mine?.pane.client().then(() => {
    if (colleague !== null || desk === null || page !== mine || desk.host !== host) return;
    const me = desk;
    const theirs = new Colleague(me, addIns[language], {
      others: () => [presenceOf(me)],
      save: () => void save(),
      open,
      close: toggleColleague,
    });
    colleague = theirs;
    // Whoever turns to the other window has finished typing in this one.
    settleOnLeaving(mine, theirs.page);
    settleOnLeaving(theirs.page, mine);
    stage.append(theirs.page.root);
    stage.classList.add("shared");
    theirs.page.refresh();
    theirs.page.focusGrid();
    mine.refresh();
  });
}

function settleOnLeaving(left: Page, entered: Page): void {
  entered.root.addEventListener("focusin", ({ target }) => {
    if (!left.isEditing) return;
    void left.settle().then((stored) => {
      if (stored && target instanceof HTMLElement) target.focus({ preventScroll: true });
    });
  });
}

function closeColleague(): void {
  colleague?.close();
  colleague = null;
  stage.classList.remove("shared");
  page?.refresh();
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

const files = watchFiles(
  () => ({ dropHere: say("dropHere"), onlyOne: () => desk?.tell(say("dragOne")) }),
  (file) => void openChosen(file),
);

function open(): void {
  files.choose();
}

async function openChosen(file: File): Promise<void> {
  if (!(await mayDiscard(desk, say))) return;
  const opened = await openBehindBar(file, addInReference(), language, say);
  if (opened !== null) {
    isSample = false;
    show(opened.workbook);
    if (desk !== null) await tellOpened(desk, file.name, opened.warnings);
  }
  page?.focusGrid();
}

async function save(): Promise<void> {
  if (desk === null || page === null || !(await page.settle())) return;
  await saveAsked(desk, addInReference());
}

/** Whose settings files carry; null where the build has no manifest. */
function addInReference(): AddInReference | null {
  const ribbon = addIns[language]?.ribbon;
  return ribbon === undefined
    ? null
    : { id: ribbon.id, version: ribbon.version, store: "developer", storeType: "Registry" };
}

window.addEventListener("beforeunload", (event) => {
  if (desk?.isChanged === true || colleague?.desk.isChanged === true) event.preventDefault();
});

show(sampleWorkbook(language, new Date()));
