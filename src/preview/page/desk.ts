import { ConditionalLooks } from "../../host/calc/conditional";
import type { ExcelHost } from "../../host/excel-host";
import type { BookWindow } from "../../host/edit/book-window";
import type { Editor, Outcome } from "../../host/edit/editor";
import type { Refusal } from "../../host/edit/refusal";
import { maxColumns, maxRows, type Area } from "../../host/model/address";
import type { Sheet } from "../../host/model/sheet";
import type { Workbook } from "../../host/model/workbook";
import { selectArea, selectCell, type GridSelection, type Place } from "../grid/selection";
import type { Language, Say } from "../words";
import { completeFormula } from "./complete-formula";
import { ask } from "./dialog";
import { SheetZoom } from "./sheet-zoom";

/** The open workbook on its host: what is selected, and everything a person can do to it from the page. */
export class Desk {
  /** What conditional formats lay over cells, worked out for the cells in view. */
  readonly looks: ConditionalLooks;
  readonly locale: "zh-CN" | "en-US";
  #head: { areas: string; head: Place } | null = null;
  #seen = "";
  /** Where each sheet's selection stood when it was left. */
  readonly #left = new Map<string, GridSelection>();
  readonly #moved = new Set<() => void>();
  readonly #zoomed = new Set<() => void>();
  readonly zoom: SheetZoom;
  readonly #stop: () => void;
  /** Lets widths and heights follow what was typed. */
  afterTyping: (place: Place) => void = () => undefined;
  /** What people here have changed, counted; and how much of it was in the file when it was last saved. */
  #edits = 0;
  #editsSaved = 0;
  /** Cells add-ins had written when the workbook was last saved. */
  #writtenWhenSaved = 0;

  constructor(
    readonly host: ExcelHost,
    /** Whose hands these are: the person at the grid, or a colleague with a client of their own. */
    private readonly person: () => Editor,
    readonly language: Language,
    readonly say: Say,
    /** The page's own voice: a line in the status bar. */
    readonly tell: (message: string) => void,
    /** By what name notes and comments are signed. */
    readonly author: string,
  ) {
    this.locale = language === "zh" ? "zh-CN" : "en-US";
    this.looks = new ConditionalLooks(host.workbook, host.calculation);
    this.#seen = this.#selectionKey();
    this.zoom = new SheetZoom(() => {
      for (const listener of this.#zoomed) listener();
    });
    this.#stop = host.onRepaint(() => this.#notice());
  }

  /** True when the person or the add-in changed something since the workbook was opened or saved. */
  get isChanged(): boolean {
    const written = this.host.counters.total.cellsWritten;
    return this.#edits > this.#editsSaved || written > this.#writtenWhenSaved;
  }

  /** The workbook is being saved as it stands; what comes back is called when it is. What is changed meanwhile is not. */
  saving(): () => void {
    const edits = this.#edits;
    const written = this.host.counters.total.cellsWritten;
    return () => {
      this.#editsSaved = edits;
      this.#writtenWhenSaved = written;
    };
  }

  /** Something was changed past `type` and `perform`. */
  edited(): void {
    this.#edits++;
  }

  get workbook(): Workbook {
    return this.host.workbook;
  }

  get editor(): Editor {
    return this.person();
  }

  /** The sheet in front of this person, and what they have selected. */
  get window(): BookWindow {
    return this.editor.workspace.window;
  }

  /** Nobody looks at the workbook from here any more. */
  close(): void {
    this.#stop();
  }

  get sheet(): Sheet {
    const { workbook, window } = this;
    const sheet = workbook.sheetById(window.activeSheetId) ?? workbook.sheets[0];
    if (sheet === undefined) throw new Error("A workbook has at least one sheet.");
    return sheet;
  }

  get selection(): GridSelection {
    const stored = this.window.selection;
    const { sheet } = this;
    if (stored === null || stored.sheetId !== sheet.id || stored.areas.length === 0) {
      return selectCell(sheet, { row: 0, column: 0 });
    }
    const last = stored.areas.at(-1);
    const known = this.#head?.areas === JSON.stringify(stored.areas) ? this.#head.head : null;
    const head = known ?? { row: last?.bottom ?? 0, column: last?.right ?? 0 };
    return { areas: stored.areas, active: stored.active, head };
  }

  #selectionKey(): string {
    const { activeSheetId, selection } = this.window;
    return JSON.stringify([activeSheetId, selection]);
  }

  /** Called when the selection moved, by the person or by the add-in: the grid scrolls to it. */
  onMoved(listener: () => void): void {
    this.#moved.add(listener);
  }

  /** Called when the sheet on show is drawn larger or smaller. */
  onZoomed(listener: () => void): void {
    this.#zoomed.add(listener);
  }

  #notice(): void {
    const key = this.#selectionKey();
    if (key === this.#seen) return;
    this.#seen = key;
    for (const listener of this.#moved) listener();
  }

  select(selection: GridSelection): void {
    this.#head = { areas: JSON.stringify(selection.areas), head: selection.head };
    this.editor.select(this.sheet.id, selection.areas, selection.active);
    this.#notice();
  }

  selectArea(area: Area, active?: Place): void {
    this.select(selectArea(area, active));
  }

  showSheet(id: string): void {
    if (id === this.window.activeSheetId) return;
    this.#left.set(this.sheet.id, this.selection);
    this.editor.activateSheet(id);
    const back = this.#left.get(id);
    this.select(back ?? selectCell(this.sheet, { row: 0, column: 0 }));
  }

  showNeighbourSheet(step: 1 | -1): void {
    const shown = this.workbook.sheets.filter((sheet) => sheet.visibility === "Visible");
    const at = shown.findIndex((sheet) => sheet.id === this.sheet.id);
    const next = shown[at + step];
    if (next !== undefined) this.showSheet(next.id);
  }

  /** Stores a typed text; a refused one is explained, and `false` lets the person go on editing it. */
  async type(place: Place, typed: string): Promise<boolean> {
    const text = completeFormula(typed);
    const answer = this.#typed(place, text, false);
    if (answer.accepted) {
      this.#edits++;
      return true;
    }
    return this.#refused(answer, () => {
      const forced = this.#typed(place, text, true);
      this.#edits++;
      return forced.accepted;
    });
  }

  /** Typing and what the sheet's looks do after it are one step of undo. */
  #typed(place: Place, text: string, force: boolean): Outcome {
    const { editor, sheet } = this;
    return editor.act("type", () => {
      const answer = editor.type(sheet.id, place.row, place.column, text, { force });
      if (answer.accepted) this.afterTyping(place);
      return answer;
    });
  }

  /** Ctrl+Enter: the same text into every selected cell; stops at the first that is refused. */
  typeEverywhere(text: string): Promise<boolean> {
    const whole = completeFormula(text);
    return this.perform(() => this.editor.fill(this.sheet.id, this.usedAreas(), whole));
  }

  async #refused(answer: Refusal, force: () => boolean): Promise<boolean> {
    const { say } = this;
    if (answer.style === "Warning") {
      const chosen = await ask(
        answer.title,
        `${answer.message} ${say("continueAnyway")}`,
        [
          { answer: "yes", label: say("yes") },
          { answer: "no", label: say("no"), primary: true },
          { answer: "cancel", label: say("cancel") },
        ],
        "warning",
      );
      return chosen === "yes" ? force() : chosen === "cancel" ? true : false;
    }
    if (answer.style === "Information") {
      const chosen = await ask(answer.title, answer.message, [
        { answer: "ok", label: say("ok"), primary: true },
        { answer: "cancel", label: say("cancel") },
      ]);
      return chosen === "ok" ? force() : true;
    }
    const chosen = await ask(
      answer.title,
      answer.message,
      [
        { answer: "retry", label: say("retry"), primary: true },
        { answer: "cancel", label: say("cancel") },
      ],
      "error",
    );
    return chosen !== "retry";
  }

  /** Runs an editor action; a refusal is shown. */
  async perform(action: () => Outcome): Promise<boolean> {
    const answer = action();
    if (answer.accepted) {
      this.#edits++;
      return true;
    }
    await ask(
      answer.title,
      answer.message,
      [{ answer: "ok", label: this.say("ok"), primary: true }],
      "error",
    );
    return false;
  }

  /** The selection cut down to cells that can hold something, so that whole columns stay cheap. */
  usedAreas(): Area[] {
    const used = this.sheet.cells.usedArea(false);
    return this.selection.areas.map((area) => ({
      top: area.top,
      left: area.left,
      bottom:
        area.bottom === maxRows - 1 ? Math.max(area.top, used?.bottom ?? area.top) : area.bottom,
      right:
        area.right === maxColumns - 1 ? Math.max(area.left, used?.right ?? area.left) : area.right,
    }));
  }
}
