import type { ClientSession, HostActs } from "./api/client-session";
import { ClientConnection } from "./client-connection";
import type { RegisteredFunctions } from "./api/custom-function-calls";
import { createCalculation } from "./calc/engine";
import type { Calculation } from "./calc/calculation";
import { Counters } from "./counters";
import { bindingEvents } from "./edit/bound-places";
import { calculatedEntries } from "./edit/calculated";
import { CellEditing } from "./edit/cell-editing";
import { newWindow } from "./edit/book-window";
import { Editor } from "./edit/editor";
import { History } from "./edit/history";
import { Journal, type Actor, type JournalEntry } from "./edit/journal";
import type { Locale, Workspace } from "./edit/workspace";
import { Faults } from "./faults";
import { functionPort } from "./function-port";
import { Workbook } from "./model/workbook";
import { HostError } from "./protocol/host-error";
import { sync, type SyncHost } from "./sync";
import type { TransportClient } from "./transport/client";

export type { RegisteredFunctions } from "./api/custom-function-calls";

export interface HostOptions {
  readonly locale?: Locale;
  readonly clock?: () => Date;
  /** Writes a workbook's .xlsx file, for add-ins that take a copy of it; without, they are told that none can be had. */
  readonly fileOf?: (workbook: Workbook) => Promise<Uint8Array>;
}

export interface ConnectOptions {
  /** The add-in's functions.json and namespace; without it the client serves no custom functions. */
  readonly functions?: RegisteredFunctions;
}

/** One office.js client, for the transport that stands before its window and for whoever plays the person. */
export interface Client extends TransportClient {
  readonly id: number;
  /** The person in front of this client: the host's own for the first one open, a colleague for each further one. */
  readonly editor: Editor;
  /** Runs a ribbon command of the add-in and resolves when the add-in says it is completed. */
  invokeCommand(functionName: string): Promise<void>;
  /** The person closes or opens this client's pane: its add-in hears of it. */
  setPaneVisible(visible: boolean): void;
  close(): void;
}

/**
 * An Excel for office.js: one workbook, edited by a person through `editor` and by add-ins through clients. Everything
 * a test or the preview needs to see or to disturb hangs on it.
 */
export class ExcelHost {
  readonly counters = new Counters();
  readonly faults = new Faults();
  readonly locale: Locale;
  #workspace: Workspace;
  #editor: Editor;
  readonly #sessions = new Map<number, ClientConnection>();
  readonly #repaint = new Set<() => void>();
  readonly #paneVisibility = new Set<(visible: boolean, clientId: number) => void>();
  readonly #saving = new Set<(asking: boolean) => void>();
  readonly #closing = new Set<() => void>();
  readonly #opening = new Set<(bytes: Uint8Array) => void>();
  readonly #acts: HostActs = {
    calculate: () => this.#recalculate(),
    save: (asking) => {
      this.#workspace.journal.add({ kind: "saved" });
      for (const listener of this.#saving) listener(asking);
    },
    close: () => {
      this.#closed = true;
      for (const listener of this.#closing) listener();
    },
    openFile: (bytes) => {
      if (this.#opening.size === 0)
        throw new HostError("UnsupportedOperation", "No other workbook can be opened here.");
      const open = (file: Uint8Array): void => {
        for (const listener of this.#opening) listener(file);
      };
      if (bytes !== null) open(bytes);
      else if (this.#fileOf === undefined)
        throw new HostError("UnsupportedOperation", "No new workbook can be made here.");
      else void this.#fileOf(blankWorkbook()).then(open);
    },
  };
  readonly #syncHost: SyncHost = {
    counters: this.counters,
    faults: this.faults,
    isClosed: () => this.#closed,
    recalculate: () => this.#recalculate(),
    settle: (actor) => this.#settle(actor),
  };
  readonly #editing = new CellEditing();
  readonly #clock: () => Date;
  readonly #fileOf: HostOptions["fileOf"];
  #closed = false;
  #nextClient = 1;
  #repaintDue = false;
  #settling = false;

  constructor(workbook: Workbook, options: HostOptions = {}) {
    this.locale = options.locale ?? "en-US";
    this.#clock = options.clock ?? (() => new Date());
    this.#fileOf = options.fileOf;
    this.#workspace = this.#open(workbook);
    this.#editor = this.#newEditor();
  }

  get workbook(): Workbook {
    return this.#workspace.workbook;
  }

  get calculation(): Calculation {
    return this.#workspace.calculation;
  }

  get editor(): Editor {
    return this.#editor;
  }

  /** Another file is opened in place of this one; clients stay connected and find themselves in the new workbook. */
  replaceWorkbook(workbook: Workbook): void {
    this.#closed = false;
    this.#workspace = this.#open(workbook);
    this.#editor = this.#newEditor();
    this.#settle(this.#person);
  }

  /**
   * Opens the workbook in one more office.js. The first client open shows what the person at `editor` sees; each
   * further one is a colleague's, with a sheet in front and a selection of its own.
   */
  connect(options: ConnectOptions = {}): Client {
    const id = this.#nextClient++;
    const workspace = this.#seat();
    const connection = new ClientConnection(
      id,
      workspace,
      options.functions ?? null,
      (visible) => {
        for (const listener of this.#paneVisibility) listener(visible, id);
      },
      this.#acts,
    );
    this.#sessions.set(id, connection);
    if (options.functions !== undefined) {
      this.calculation.setCustomFunctions(functionPort(() => this.#connected()));
      this.#settle(this.#person);
    }
    const editorAt = this.#editorAt(workspace);
    const fileOf = this.#fileOf;
    return {
      id,
      get editor() {
        return editorAt();
      },
      execute: async (requestJson, options) => {
        // Outside the queue: what does not wait is refused at once, also behind what waits.
        if (options?.waitsForCellEdit === true) await connection.session.workspace.editing.ends();
        return connection.inTurn(() => sync(this.#syncHost, connection.session, requestJson));
      },
      onMessages: (listener) => connection.messageListeners.add(listener),
      invokeCommand: (functionName) => connection.invokeCommand(functionName),
      setPaneVisible: (visible) => connection.session.setPaneVisible(visible),
      onCommand: (listener) => connection.commandListeners.add(listener),
      commandCompleted: (commandId) => connection.commandCompleted(commandId),
      readSettings: () =>
        new Map([...this.workbook.settings].map(([name, value]) => [name, JSON.stringify(value)])),
      writeSettings: (settings) => {
        this.workbook.settings.clear();
        for (const [name, json] of settings) {
          this.workbook.settings.set(name, JSON.parse(json) as unknown);
        }
      },
      ...(fileOf === undefined ? {} : { copyFile: () => fileOf(this.workbook) }),
      onSelection: (listener) => connection.selectionListeners.add(listener),
      onBinding: (listener) => connection.bindingListeners.add(listener),
      close: () => {
        connection.session.customFunctions.close();
        this.#sessions.delete(id);
      },
    };
  }

  /** Called, at most once per turn of the event loop, when anything visible has changed. */
  onRepaint(listener: () => void): () => void {
    this.#repaint.add(listener);
    return () => this.#repaint.delete(listener);
  }

  /** Called when an add-in saves the workbook; with `asking`, the person is to say where. */
  onSave(listener: (asking: boolean) => void): () => void {
    this.#saving.add(listener);
    return () => this.#saving.delete(listener);
  }

  /** Called when an add-in closes the workbook; its requests are refused from then on, until another one is opened. */
  onClose(listener: () => void): () => void {
    this.#closing.add(listener);
    return () => this.#closing.delete(listener);
  }

  /** Called when an add-in opens another workbook (`Excel.createWorkbook`), with the bytes of its .xlsx file. */
  onOpenFile(listener: (bytes: Uint8Array) => void): () => void {
    this.#opening.add(listener);
    return () => this.#opening.delete(listener);
  }

  /** Called when an add-in shows or hides its pane (`Office.addin.showAsTaskpane`, `hide`). */
  onPaneVisibility(listener: (visible: boolean, clientId: number) => void): () => void {
    this.#paneVisibility.add(listener);
    return () => this.#paneVisibility.delete(listener);
  }

  /** The person turns to this workbook's window. */
  activateWorkbook(): void {
    const { journal, window } = this.#workspace;
    journal.add({ kind: "workbook-activated", window });
    this.#settle(this.#person);
  }

  /**
   * The person at the grid starts or ends editing a cell: meanwhile every sync of their add-in is refused, or waits where
   * `Excel.run` was given `delayForCellEdit`. Colleagues' add-ins go on.
   */
  setEditing(editing: boolean): void {
    this.#editing.set(editing);
  }

  /** Resolves when all messages are delivered and no custom function is under way. */
  async quiet(): Promise<void> {
    await this.calculation.settled();
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
  }

  #open(workbook: Workbook): Workspace {
    const calculation = createCalculation(workbook, this.locale);
    calculation.setClock(this.#clock);
    if (workbook.kept === null && !workbook.properties.has("creationDate")) {
      workbook.properties.set("creationDate", this.#clock().toISOString());
    }
    calculation.setCustomFunctions(functionPort(() => this.#connected()));
    calculation.onLateResults((changed) => {
      if (this.#workspace.calculation !== calculation) return;
      this.#deliver(calculatedEntries(changed), this.#person);
    });
    const workspace: Workspace = {
      workbook,
      calculation,
      journal: new Journal(),
      history: new History(workbook),
      editing: this.#editing,
      locale: this.locale,
      clock: this.#clock,
      shiftListeners: new Set(),
      window: workbook,
      windows: () =>
        new Set([workbook, ...this.#connected().map(({ workspace: { window } }) => window)]),
    };
    workspace.shiftListeners.add((shift) => {
      for (const session of this.#connected()) session.follow(shift);
    });
    return workspace;
  }

  /** Where the next client stands: at the grid where nobody is connected there, otherwise at a window of its own. */
  #seat(): () => Workspace {
    const taken = this.#connected().some(({ workspace }) => workspace === this.#workspace);
    if (!taken) return () => this.#workspace;
    const editing = new CellEditing();
    let shared: Workspace | null = null;
    let own = this.#workspace;
    return () => {
      if (shared !== this.#workspace) {
        shared = this.#workspace;
        const window = newWindow(shared.workbook);
        own = { ...shared, window, history: shared.history.ofAnother(), editing };
      }
      return own;
    };
  }

  #editorAt(workspace: () => Workspace): () => Editor {
    let editor = this.#editor;
    return () => {
      if (editor.workspace !== workspace()) {
        const atGrid = workspace() === this.#workspace;
        editor = atGrid ? this.#editor : new Editor(workspace(), (actor) => this.#settle(actor));
      }
      return editor;
    };
  }

  #connected(): ClientSession[] {
    return [...this.#sessions.values()].map(({ session }) => session);
  }

  /** The person at the grid. */
  get #person(): Actor {
    return { kind: "person", window: this.#workspace.window };
  }

  #newEditor(): Editor {
    return new Editor(this.#workspace, (actor) => this.#settle(actor));
  }

  #recalculate(): void {
    const { calculation } = this;
    const isManual = this.workbook.calculationMode === "Manual";
    const changed = isManual ? calculation.recalculateEntered() : calculation.recalculate();
    for (const entry of calculatedEntries(changed)) {
      this.#workspace.journal.add(entry);
    }
  }

  /** Ends an act or a sync: what is stale is calculated, clients and the page hear what happened. */
  #settle(actor: Actor): readonly JournalEntry[] {
    // A person's act made of several joins them: the outermost settles.
    if (this.#settling) return [];
    this.#settling = true;
    try {
      this.#recalculate();
      const entries = this.#workspace.journal.take();
      noteChanges(this.workbook, entries);
      this.#deliver(entries, actor);
      return entries;
    } finally {
      this.#settling = false;
    }
  }

  #deliver(entries: readonly JournalEntry[], actor: Actor): void {
    const moved = new Set(entries.flatMap((one) => (one.kind === "selected" ? [one.window] : [])));
    for (const connection of this.#sessions.values()) {
      connection.session.tell(entries, actor);
      const { window } = connection.session.workspace;
      if (moved.has(window)) connection.selectionMoved();
      connection.bindingsTouched(bindingEvents(this.workbook, entries, window));
    }
    if (this.#repaintDue) return;
    this.#repaintDue = true;
    queueMicrotask(() => {
      this.#repaintDue = false;
      for (const listener of this.#repaint) listener();
    });
  }
}

/** Whether the file no longer says what the workbook does. */
function noteChanges(workbook: Workbook, entries: readonly JournalEntry[]): void {
  for (const { kind } of entries) {
    if (kind === "saved") {
      workbook.isDirty = false;
      workbook.wasSaved = true;
    } else if (!passing.has(kind)) workbook.isDirty = true;
  }
}

const passing: ReadonlySet<JournalEntry["kind"]> = new Set([
  "selected",
  "activated",
  "deactivated",
  "calculated",
  "clicked",
  "workbook-activated",
]);

/** What `Excel.createWorkbook` makes of nothing: one empty sheet. */
function blankWorkbook(): Workbook {
  const workbook = new Workbook();
  workbook.addSheet("Sheet1");
  return workbook;
}
