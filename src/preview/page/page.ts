import { element } from "../dom";
import type { CellEditor } from "../grid/cell-editor";
import { FormulaHelp } from "../grid/formula-help";
import { GridView } from "../grid/grid-view";
import type { Presence } from "../grid/selection-boxes";
import type { AddIn } from "../ribbon/add-in";
import type { Command } from "../ribbon/manifest";
import { ribbonOf, type PageRibbon } from "../ribbon/page-ribbon";
import { ChartLayer } from "../charts/layer";
import { AddInCommands } from "./add-in-commands";
import { CellCards } from "./cards";
import { CellActions } from "./cell-actions";
import { openCellMenu } from "./cell-menu";
import { watchClipboard } from "./clipboard";
import { Copied } from "./copied";
import type { Desk } from "./desk";
import { editorOf } from "./editing";
import { openFilterAt } from "./filter-menu";
import { FindBar } from "./find-bar";
import { followText } from "./follow-text";
import { GridActions } from "./grid-actions";
import { gridSource } from "./grid-source";
import { openFormatDialog } from "./format-dialog";
import { closeFloating, showMenu, type Anchor } from "./menu";
import { NameBox } from "./name-box";
import { pasteEntries } from "./paste-special";
import { PaneFrame, type Seat } from "./pane-frame";
import { ListButton } from "./pick-list";
import { watchPointer } from "./pointer";
import { pageKeys } from "./page-keys";
import { watchRegionKeys, type Region } from "./regions";
import { openComment, openNote } from "./remarks";
import { openShiftMenu } from "./shift-menu";
import { SheetTabs } from "./sheet-tabs";
import { StatusBar } from "./status-bar";
import { watchZoomWheel, ZoomControl } from "./zoom-control";

/** How a page stands in the window. */
export interface PageSetting {
  /** The line at the top; its `.file-name` follows the workbook. */
  readonly bar: HTMLElement;
  readonly seat: Seat;
  readonly paneWidth: number;
  readonly save: () => void;
  readonly open: () => void;
  /** Opens or closes a colleague's window beside; null in that window itself. */
  readonly colleague: (() => void) | null;
  /** Where others have their selections. */
  readonly others: () => readonly Presence[];
}

/** The spreadsheet with its ribbon and the task pane beside it, for one workbook, one person and one language. */
export class Page {
  readonly root: HTMLElement;
  readonly grid: GridView;
  readonly pane: PaneFrame;
  readonly status: StatusBar;
  readonly #editor: CellEditor;
  readonly #actions: GridActions;
  readonly #cells: CellActions;
  readonly #tabs: SheetTabs;
  readonly #nameBox: NameBox;
  readonly #list: ListButton;
  readonly #cards: CellCards;
  readonly #copied: Copied;
  readonly #find: FindBar;
  readonly #charts: ChartLayer;
  readonly #zoom: ZoomControl;
  readonly #ribbon: PageRibbon;
  readonly #commands: AddInCommands;
  readonly #stops: (() => void)[] = [];

  constructor(
    private readonly desk: Desk,
    private readonly addIn: AddIn | null,
    private readonly setting: PageSetting,
  ) {
    this.status = new StatusBar(() => desk);
    this.#copied = new Copied(desk, () => this.grid.repaint());
    this.#find = new FindBar(desk, () => this.focusGrid());
    this.grid = new GridView(
      gridSource(desk, {
        copied: () => this.#copied.shown,
        typed: () => this.#editor.text,
        others: () => this.setting.others(),
      }),
    );
    const help =
      addIn === null
        ? null
        : new FormulaHelp(addIn.functions.functions, addIn.functions.namespace, (from, to, text) =>
            this.#editor.replace(from, to, text),
          );
    this.#editor = editorOf(desk, this.grid, help, {
      leave: (rows, columns) => this.#actions.next(rows, columns),
      key: (event) => this.#actions.key(event),
    });
    this.#cells = new CellActions(desk, this.grid);
    const open = {
      find: (replacing: boolean) => this.#find.open(replacing),
      format: () => openFormatDialog(desk, () => this.focusGrid()),
      note: () => this.#write(openNote),
      comment: () => this.#write(openComment),
    };
    this.#actions = new GridActions(desk, this.grid, this.#cells, {
      ...open,
      beginEdit: (empty) => this.#editor.begin(empty),
      openList: () => {
        if (!this.#list.open()) openFilterAt(desk, desk.selection.active, this.#activeAnchor());
      },
      insertOrDelete: (kind) => {
        if (this.#cells.changeLines(kind)) return;
        openShiftMenu(desk, this.#cells, kind, this.#activeAnchor(), () => this.focusGrid());
      },
      openContextMenu: () => this.#openContextMenu(this.#activeAnchor()),
      pasteSpecial: () =>
        showMenu(
          desk.say("pasteSpecial"),
          pasteEntries(desk, this.#copied, () => this.focusGrid()),
          this.#activeAnchor(),
        ),
      goTo: () => this.#nameBox.root.focus(),
      escape: () => void this.#copied.forget(),
    });
    this.#nameBox = new NameBox(desk, () => this.focusGrid());
    this.#tabs = new SheetTabs(desk, () => this.focusGrid());
    this.#list = new ListButton(desk, () => this.focusGrid());
    this.#cards = new CellCards(desk, (place) => this.grid.geometry.cellBox(place));
    this.#zoom = new ZoomControl(desk);
    const context = {
      desk,
      actions: this.#cells,
      copied: this.#copied,
      focusGrid: () => this.focusGrid(),
      open,
    };
    this.pane = new PaneFrame(desk, setting.seat, setting.paneWidth, {
      resized: () => this.grid.repaint(),
      busy: (on) => this.#showBusy(on),
    });
    this.#commands = new AddInCommands(desk, this.pane, () => this.settle());
    this.#charts = new ChartLayer(desk, this.grid, () => this.focusGrid());
    this.grid.over.append(this.#charts.root);
    this.grid.stage.append(this.#editor.box, this.#list.root, this.#cards.root);
    this.#ribbon = ribbonOf(context, setting.colleague, {
      addIn: addIn?.ribbon ?? null,
      run: (command) => this.#commands.run(command),
      showPane: () => this.pane.show(!this.pane.shown),
    });
    this.root = this.#layOut();
    this.#wire();
  }

  #layOut(): HTMLElement {
    const { desk, setting } = this;
    const { say } = desk;
    const formulaRow = element(
      "div",
      { class: "formula-row" },
      this.#nameBox.root,
      element("span", { class: "function-mark", "aria-hidden": "true" }, "fx"),
      this.#editor.bar,
    );
    const foot = element(
      "footer",
      { class: "foot" },
      this.#tabs.root,
      this.status.root,
      this.#zoom.root,
    );
    const main = element(
      setting.colleague === null ? "div" : "main",
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
    return element("div", { class: "page" }, setting.bar, this.#ribbon.root, formulaRow, main);
  }

  #wire(): void {
    const { desk, grid } = this;
    const { box } = this.#editor;
    watchPointer(grid, desk, this.#editor, {
      filter: (place, anchor) => openFilterAt(desk, place, anchor),
      contextMenu: (anchor) => this.#openContextMenu(anchor),
    });
    watchZoomWheel(grid.root, desk);
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
    this.#stops.push(desk.host.onRepaint(() => this.refresh()));
    desk.onMoved(() => {
      grid.reveal(desk.selection.active);
      this.refresh();
    });
    desk.onZoomed(() => this.refresh());
    desk.afterTyping = (place) => void followText(desk, grid, place);
    watchClipboard(box, desk, this.#copied, () => this.#editor.isEditing);
    this.#watchKeys();
    this.#settleElsewhere();
  }

  /** Whoever turns to a button, a tab or the name box while typing has finished typing, as in Excel. */
  #settleElsewhere(): void {
    const settle = ({ target }: PointerEvent): void => {
      if (!this.isEditing || !(target instanceof Node)) return;
      // Cells become references there, and the bar shows the very text.
      if (this.grid.root.contains(target) || target === this.#editor.bar) return;
      void this.settle();
    };
    this.root.addEventListener("pointerdown", settle, { capture: true });
  }

  #watchKeys(): void {
    const { root, setting } = this;
    const first = (selector: string): HTMLElement | null => root.querySelector(selector);
    const region = (selector: string, focus: () => void): Region[] => {
      const found = first(selector);
      return found === null ? [] : [{ root: found, focus }];
    };
    const keys = watchRegionKeys(
      // A colleague's keys stay in the colleague's window; mine are heard wherever else the focus is.
      setting.colleague === null ? root : root.ownerDocument,
      [
        ...region(".sheet-area", () => this.focusGrid()),
        ...region(".task-pane", () => this.pane.frame.contentWindow?.focus()),
        ...region(".title-bar", () => setting.bar.querySelector("button")?.focus()),
        ...region(".ribbon", () => first(".ribbon-tab[aria-selected=true]")?.focus()),
      ],
      this.pane.frame,
      pageKeys({
        find: (replacing) =>
          void this.settle().then((stored) => {
            if (stored) this.#find.open(replacing);
          }),
        save: setting.save,
        open: setting.open,
        shortcuts: this.addIn?.shortcuts ?? new Map(),
        invoke: (name) => this.#commands.invoke(name, name),
      }),
    );
    this.#stops.push(keys.stop);
    this.pane.onLeave = (how) => {
      if (how === "cells") this.focusGrid();
      else keys.go(how === "back" ? -1 : 1);
    };
  }

  /** Everything that follows the workbook and the selection. */
  refresh(): void {
    const { bar } = this.setting;
    const name = bar.querySelector(".file-name");
    const file = this.desk.workbook.fileName || this.desk.say("sample");
    if (name !== null && name.textContent !== file) name.textContent = file;
    this.grid.repaint();
    this.#nameBox.refresh();
    this.#tabs.refresh();
    this.#ribbon.refresh();
    this.status.refresh();
    this.#zoom.refresh();
  }

  /** The add-in's request takes a while, during which the page stands still. */
  #showBusy(on: boolean): void {
    this.root.classList.toggle("busy", on);
    if (on) this.status.tell(this.desk.say("waiting"));
    else this.status.settle();
  }

  focusGrid(): void {
    this.#editor.focus();
  }

  get isEditing(): boolean {
    return this.#editor.isEditing;
  }

  /** Stores what is being edited before something else happens; false when the host refused it. */
  settle(): Promise<boolean> {
    return this.#editor.commit();
  }

  close(): void {
    closeFloating();
    for (const stop of this.#stops) stop();
    this.pane.close();
    this.desk.close();
    this.root.remove();
  }

  #activeAnchor(): Anchor {
    const box = this.grid.geometry.cellBox(this.desk.selection.active);
    return this.grid.geometry.inWindow(box ?? { left: 60, top: 30, height: 0 });
  }

  #write(open: typeof openNote): void {
    open(this.desk, this.#activeAnchor(), () => this.focusGrid());
  }

  #openContextMenu(anchor: Anchor): void {
    const context = {
      actions: this.#cells,
      copied: this.#copied,
      own: this.addIn?.ribbon.contextMenu ?? [],
      command: (command: Command) => this.#commands.run(command),
      done: () => this.focusGrid(),
      note: () => this.#write(openNote),
      comment: () => this.#write(openComment),
    };
    openCellMenu(this.desk, context, anchor);
  }
}
