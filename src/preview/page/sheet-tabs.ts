import type { Outcome } from "../../host/edit/editor";
import { showSheetTab } from "../../host/edit/person-edits";
import { element, pushButton } from "../dom";
import type { Desk } from "./desk";
import { icon } from "./icons";
import { below, showMenu, type MenuEntry } from "./menu";

/** Hidden sheets a tab's menu lists. */
const mostHidden = 20;

/** The tabs of the visible sheets: switch, add, rename by double click or F2, delete, move and hide from the tab's menu. */
export class SheetTabs {
  readonly root: HTMLElement;
  readonly #list: HTMLDivElement;
  #shown = "";

  constructor(
    private readonly desk: Desk,
    private readonly done: () => void,
  ) {
    const { say } = desk;
    this.#list = element("div", {
      class: "sheet-tab-list",
      role: "tablist",
      "aria-label": say("sheets"),
    });
    this.root = element(
      "div",
      { class: "sheet-tabs" },
      this.#list,
      pushButton(
        { class: "quiet add-sheet", "aria-label": say("addSheet"), title: say("addSheet") },
        () => this.#add(),
        icon("add"),
      ),
    );
    this.#list.addEventListener("keydown", (event) => {
      const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      if (step !== 0) {
        desk.showNeighbourSheet(step);
        this.refresh();
        this.#list.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
      }
    });
  }

  refresh(): void {
    const sheets = this.desk.workbook.sheets.filter((sheet) => sheet.visibility === "Visible");
    const active = this.desk.sheet.id;
    const shown = JSON.stringify([
      active,
      sheets.map(({ id, name, tabColor }) => [id, name, tabColor]),
    ]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#list.replaceChildren(
      ...sheets.map((sheet) =>
        this.#tab(sheet.id, sheet.name, sheet.tabColor, sheet.id === active),
      ),
    );
    this.#list
      .querySelector("[aria-selected=true]")
      ?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #tab(id: string, name: string, color: string, active: boolean): HTMLElement {
    const tab = pushButton(
      {
        class: "sheet-tab",
        role: "tab",
        "aria-selected": String(active),
        tabindex: active ? 0 : -1,
        "data-sheet": name,
      },
      () => {
        this.desk.showSheet(id);
        this.done();
      },
      name,
    );
    if (color !== "") tab.style.setProperty("--tab-color", color);
    tab.addEventListener("dblclick", () => this.#rename(tab, id, name));
    tab.addEventListener("keydown", (event) => {
      if (event.key === "F2") this.#rename(tab, id, name);
      if (event.key === "ContextMenu") this.#menu(tab, id, name);
    });
    tab.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      this.#menu(tab, id, name);
    });
    return tab;
  }

  #menu(tab: HTMLElement, id: string, name: string): void {
    const { desk } = this;
    const { say, host, workbook } = desk;
    const { sheets } = workbook;
    const shown = sheets.filter((sheet) => sheet.visibility === "Visible");
    const place = shown.findIndex((sheet) => sheet.id === id);
    const doing = (work: () => Outcome) => (): void => {
      void desk.perform(work).then(() => this.refresh());
    };
    /** Beside a neighbour that is shown; hidden sheets between them are passed over. */
    const move = (step: 1 | -1): MenuEntry => {
      const neighbour = shown[place + step];
      const to = neighbour === undefined ? -1 : sheets.indexOf(neighbour);
      return {
        label: say(step < 0 ? "moveSheetLeft" : "moveSheetRight"),
        disabled: neighbour === undefined,
        run: doing(() => host.editor.moveSheet(id, to)),
      };
    };
    const hidden = sheets.filter((sheet) => sheet.visibility === "Hidden");
    showMenu(
      say("sheetMenu", { name }),
      [
        { label: say("renameSheet"), keys: "F2", run: () => this.#rename(tab, id, name) },
        {
          label: say("deleteSheet"),
          disabled: shown.length < 2,
          run: doing(() => host.editor.deleteSheet(id)),
        },
        "line",
        move(-1),
        move(1),
        "line",
        {
          label: say("hideSheet"),
          disabled: shown.length < 2,
          run: doing(() => showSheetTab(host.editor, id, false)),
        },
        ...hidden.slice(0, mostHidden).map((sheet) => ({
          label: say("showSheet", { name: sheet.name }),
          run: doing(() => showSheetTab(host.editor, sheet.id, true)),
        })),
      ],
      below(tab),
    );
  }

  #rename(tab: HTMLElement, id: string, name: string): void {
    const box = element("input", {
      class: "sheet-rename",
      "aria-label": this.desk.say("renameSheet"),
      maxlength: 31,
    });
    box.value = name;
    let open = true;
    const finish = (keep: boolean): void => {
      if (!open) return;
      open = false;
      const wanted = box.value.trim();
      this.#shown = "";
      if (keep && wanted !== "" && wanted !== name) {
        void this.desk
          .perform(() => this.desk.host.editor.renameSheet(id, wanted))
          .then(() => this.refresh());
      }
      this.refresh();
      this.done();
    };
    box.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key !== "Enter" && event.key !== "Escape") return;
      // Otherwise the key's line break would land in the cell that gets the focus.
      event.preventDefault();
      finish(event.key === "Enter");
    });
    box.addEventListener("blur", () => finish(true));
    tab.replaceChildren(box);
    box.focus();
    box.select();
  }

  #add(): void {
    const id = this.desk.host.editor.addSheet();
    if (id === "") return;
    this.desk.edited();
    this.desk.showSheet(id);
    this.done();
  }
}
