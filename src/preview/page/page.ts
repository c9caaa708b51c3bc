import { cellAddress } from "../../host/model/address";
import { element, pushButton } from "../dom";
import { CellEditor } from "../grid/cell-editor";
import { shownText } from "../grid/cell-look";
import { FormulaHelp } from "../grid/formula-help";
import { GridView } from "../grid/grid-view";
import type { Place } from "../grid/selection";
import { addInTab } from "../ribbon/add-in-tab";
import { homeTab } from "../ribbon/home-tab";
import type { AddIn } from "../ribbon/add-in";
import type { Command } from "../ribbon/manifest";
import { chordOf } from "../ribbon/shortcuts";
import { Ribbon } from "../ribbon/ribbon";
import { ChartLayer } from "../charts/layer";
import { CellCards } from "./cards";
import { openCellMenu } from "./cell-menu";
import { watchClipboard } from "./clipboard";
import { Copied } from "./copied";
import type { Desk } from "./desk";
import { editText } from "./edit-text";
import { openFilterMenu } from "./filter-menu";
import { GridActions } from "./grid-actions";
import { icon } from "./icons";
import { closeFloating, type Anchor } from "./menu";
import { FindBar } from "./find-bar";
import { NameBox } from "./name-box";
import { PaneFrame } from "./pane-frame";
import { ListButton } from "./pick-list";
import { watchPointer } from "./pointer";
import { SheetTabs } from "./sheet-tabs";
import { watchRegionKeys, type Region } from "./regions";
import { StatusBar } from "./status-bar";
import { makeTitleBar, type PageOrders } from "./title-bar";

/** The spreadsheet with its ribbon and the task pane beside it, for one workbook in one language. */
export class Page {
  readonly root: HTMLElement;
  readonly grid: GridView;
  readonly pane: PaneFrame;
  readonly status: StatusBar;
  readonly #editor: CellEditor;
  readonly #actions: GridActions;
  readonly #tabs: SheetTabs;
  readonly #nameBox: NameBox;
  readonly #list: ListButton;
  readonly #cards: CellCards;
  readonly #copied: Copied;
  readonly #find: FindBar;
  readonly #charts: ChartLayer;
  readonly #home: ReturnType<typeof homeTab>;
  readonly #help: FormulaHelp | null;
  #stopKeys: () => void = () => undefined;
  readonly #fileName = element("span", { class: "file-name" });

  constructor(
    private readonly desk: Desk,
    private readonly addIn: AddIn | null,
    orders: PageOrders,
    paneWidth: number,
  ) {
    const { say } = desk;
    this.status = new StatusBar(() => desk);
    this.#copied = new Copied(desk, () => this.grid.repaint());
    this.#find = new FindBar(desk, () => this.focusGrid());
    this.grid = new GridView({
      locale: desk.locale,
      label: say("grid"),
      sheet: () => desk.sheet,
      selection: () => desk.selection,
      copied: () => this.#copied.shown,
      date1904: () => desk.workbook.date1904,
      conditional: (sheet, row, column) => desk.looks.styleAt(sheet, row, column),
      visuals: (sheet, row, column) => desk.looks.visualsAt(sheet, row, column),
    });
    this.#help =
      addIn === null
        ? null
        : new FormulaHelp(addIn.functions.functions, addIn.functions.namespace, (from, to, text) =>
            this.#editor.replace(from, to, text),
          );
    this.#editor = this.#makeEditor();
    this.#actions = new GridActions(desk, this.grid, {
      beginEdit: () => this.#editor.begin(),
      openList: () => void this.#list.open(),
      openContextMenu: () => this.#openContextMenu(this.#activeAnchor()),
      find: () => this.#find.open(),
      escape: () => void this.#copied.forget(),
    });
    this.#nameBox = new NameBox(desk, () => this.focusGrid());
    this.#tabs = new SheetTabs(desk, () => this.focusGrid());
    this.#list = new ListButton(desk, () => this.focusGrid());
    this.#cards = new CellCards(desk, (place) => this.grid.geometry.cellBox(place));
    this.#home = homeTab(desk, this.#actions, this.#copied, () => this.focusGrid());
    this.pane = new PaneFrame(desk, addIn?.functions ?? null, paneWidth, () => this.grid.repaint());
    this.#charts = new ChartLayer(desk, this.grid, () => this.focusGrid());
    this.grid.over.append(this.#charts.root);
    this.grid.stage.append(this.#editor.box, this.#list.root, this.#cards.root);
    this.root = this.#layOut(orders);
    this.#wire();
  }

  #makeEditor(): CellEditor {
    const { desk } = this;
    const { say } = desk;
    const facts = { locale: desk.locale, date1904: desk.workbook.date1904 };
    const shown = (place: Place): string => {
      const format = desk.sheet.cells.style(place.row, place.column).numberFormat ?? "General";
      return shownText(desk.sheet.cells.value(place.row, place.column), format, facts).text;
    };
    return new CellEditor({
      barLabel: say("formulaBar"),
      label: (place) =>
        say("cellEditor", {
          address: cellAddress(place.row, place.column),
          text: shown(place) || say("empty"),
        }),
      textOf: (place) => editText(desk.sheet, place.row, place.column, facts),
      active: () => desk.selection.active,
      box: (place) => this.grid.geometry.cellBox(place),
      store: (place, text, everywhere) =>
        everywhere ? desk.typeEverywhere(text) : desk.type(place, text),
      leave: (rows, columns) => this.#actions.next(rows, columns),
      editing: (on) => {
        desk.host.setEditing(on);
        if (on) this.grid.reveal(desk.selection.active);
      },
      key: (event) => this.#actions.key(event),
      typed: (box, text) => this.#help?.update(box, text),
    });
  }

  #layOut(orders: PageOrders): HTMLElement {
    const { desk, addIn } = this;
    const { say } = desk;
    const titleBar = makeTitleBar(desk, orders, this.#fileName);
    const tabs = [
      this.#home,
      ...(addIn === null ? [] : [addInTab(addIn.ribbon, (command) => this.runCommand(command))]),
    ];
    const showPane = pushButton(
      { class: "title-button pane-toggle", "data-show-pane": true },
      () => this.pane.show(!this.pane.shown),
      icon("pane"),
      say("pane"),
    );
    const ribbon = new Ribbon(say("ribbon"), tabs, showPane);
    if (addIn !== null) ribbon.show(1);
    const formulaRow = element(
      "div",
      { class: "formula-row" },
      this.#nameBox.root,
      element("span", { class: "function-mark", "aria-hidden": "true" }, "fx"),
      this.#editor.bar,
    );
    const foot = element("footer", { class: "foot" }, this.#tabs.root, this.status.root);
    const main = element(
      "main",
      { class: "work" },
      element(
        "section",
        { class: "sheet-area", "aria-label": say("grid") },
        this.#find.root,
        this.grid.root,
        foot,
      ),
      this.pane.handle,
      this.pane.root,
    );
    return element("div", { class: "page" }, titleBar, ribbon.root, formulaRow, main);
  }

  #wire(): void {
    const { desk, grid } = this;
    const { box, bar } = this.#editor;
    watchPointer(grid, desk, this.#editor, {
      filter: (place, anchor) => this.#openFilter(place, anchor),
      contextMenu: (anchor) => this.#openContextMenu(anchor),
    });
    grid.root.addEventListener("pointermove", (event) => {
      const hit = event.buttons === 0 ? grid.geometry.hit(event) : null;
      this.#cards.hover(hit?.on === "cell" ? hit.place : null);
    });
    grid.root.addEventListener("pointerleave", () => this.#cards.hover(null));
    grid.onPainted((all) => {
      const active = grid.geometry.cellBox(desk.selection.active);
      this.#editor.refresh();
      this.#list.refresh(this.#editor.isEditing ? null : active);
      this.#cards.refresh();
      this.#charts.refresh(all);
    });
    box.addEventListener("focus", () => this.#charts.leave());
    desk.host.onRepaint(() => this.refresh());
    desk.onMoved(() => {
      grid.reveal(desk.selection.active);
      this.refresh();
    });
    watchClipboard(box, desk, this.#copied, () => this.#editor.isEditing);
    for (const target of [box, bar]) {
      target.addEventListener(
        "keydown",
        (event) => {
          if (this.#help?.key(event, target) === true) {
            event.preventDefault();
            event.stopImmediatePropagation();
          }
        },
        { capture: true },
      );
    }
    this.#watchKeys();
  }

  #watchKeys(): void {
    const { root } = this;
    const first = (selector: string): HTMLElement | null => root.querySelector(selector);
    const region = (selector: string, focus: () => void): Region[] => {
      const found = first(selector);
      return found === null ? [] : [{ root: found, focus }];
    };
    const keys = watchRegionKeys(
      [
        ...region(".sheet-area", () => this.focusGrid()),
        ...region(".task-pane", () => this.pane.frame.contentWindow?.focus()),
        ...region(".title-bar", () => first("[data-open]")?.focus()),
        ...region(".ribbon", () => first(".ribbon-tab[aria-selected=true]")?.focus()),
      ],
      this.pane.frame,
      (event) => {
        // The browser's own search knows only the cells in view.
        const finding = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "f";
        if (finding && !event.defaultPrevented && event.view === window) {
          this.#find.open();
          return true;
        }
        const name = this.addIn?.shortcuts.get(chordOf(event));
        if (name === undefined) return false;
        this.#invoke(name, name);
        return true;
      },
    );
    this.#stopKeys = keys.stop;
    this.pane.onLeave = (how) => {
      if (how === "cells") this.focusGrid();
      else keys.go(how === "back" ? -1 : 1);
    };
  }

  /** Everything that follows the workbook and the selection. */
  refresh(): void {
    this.#fileName.textContent = this.desk.workbook.fileName || this.desk.say("sample");
    this.grid.repaint();
    this.#nameBox.refresh();
    this.#tabs.refresh();
    this.#home.refresh();
    this.status.refresh();
  }

  focusGrid(): void {
    this.#editor.focus();
  }

  /** Stores what is being edited before something else happens; false when the host refused it. */
  settle(): Promise<boolean> {
    return this.#editor.commit();
  }

  close(): void {
    closeFloating();
    this.#stopKeys();
    this.pane.close();
    this.root.remove();
  }

  #activeAnchor(): Anchor {
    const bounds = this.grid.root.getBoundingClientRect();
    const box = this.grid.geometry.cellBox(this.desk.selection.active) ?? {
      left: 60,
      top: 30,
      height: 0,
    };
    return {
      left: bounds.left + box.left + 12,
      top: bounds.top + box.top,
      bottom: bounds.top + box.top + box.height,
    };
  }

  #openFilter(place: Place, anchor: Anchor): void {
    const table = this.desk.sheet.tables.find(
      ({ area }) =>
        place.row === area.top && place.column >= area.left && place.column <= area.right,
    );
    if (table !== undefined)
      openFilterMenu(this.desk, table, place.column - table.area.left, anchor);
  }

  #openContextMenu(anchor: Anchor): void {
    const context = {
      actions: this.#actions,
      copied: this.#copied,
      own: this.addIn?.ribbon.contextMenu ?? [],
      command: (command: Command) => this.runCommand(command),
      done: () => this.focusGrid(),
    };
    openCellMenu(this.desk, context, anchor);
  }

  /** A button of the add-in: shows the pane, or runs its function in the pane's page. */
  runCommand(command: Command): void {
    const { action } = command;
    if (action.kind === "show-pane") this.pane.show(true);
    else this.#invoke(action.name, command.label);
  }

  #invoke(functionName: string, label: string): void {
    const { say, tell } = this.desk;
    void this.settle()
      .then(() => this.pane.client())
      .then((client) => client.invokeCommand(functionName))
      .catch((reason: unknown) =>
        tell(
          say("commandFailed", {
            name: label,
            reason: reason instanceof Error ? reason.message : String(reason),
          }),
        ),
      );
  }
}
