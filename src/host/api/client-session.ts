import type { Actor, JournalEntry } from "../edit/journal";
import { shiftArea, type Shift } from "../edit/shift";
import type { Workspace } from "../edit/workspace";
import type { Area } from "../model/address";
import { ApiObject } from "../protocol/api-object";
import { HostError } from "../protocol/host-error";
import type { Roots } from "../protocol/interpreter";
import { ConditionalFormatCollection } from "./conditional-formats";
import { CustomFunctionCalls, type RegisteredFunctions } from "./custom-function-calls";
import type { RichApiMessage } from "../transport/client";
import { isNotServed } from "./not-served";
import { eventCategory, eventsOf } from "./event-messages";
import { Range } from "./range";
import { RangeAreas } from "./range-areas";
import { RangeView } from "./range-view";
import { newService } from "./services";
import type { Objects, Session } from "./session";
import { Table } from "./table";
import { TableScopedCollection } from "./table-collection";
import { Workbook } from "./workbook";
import { WorkbookRangeAreas } from "./workbook-range-areas";
import { Worksheet } from "./worksheet";

/** Ranges of past events are kept for `args.getRange`; older ones are forgotten. */
const keptEventRanges = 500;

/** What the host does for a client in the middle of a request. */
export interface HostActs {
  /** Calculates what is stale, unless the mode or the client forbids it. */
  calculate(): void;
  /** @param asking - whether the person is to say where the file goes */
  save(asking: boolean): void;
  close(): void;
  /** Opens another workbook, from the bytes of its file; a blank one for null. @throws HostError where nobody can */
  openFile(bytes: Uint8Array | null): void;
}

/** What one client has of the host: its objects, references, event registrations and custom functions. */
export class ClientSession implements Session, Roots {
  readonly objects: Objects;
  readonly customFunctions: CustomFunctionCalls;
  startState = "Inactive";
  paneVisible = true;
  calculationSuspended = false;
  eventsEnabled = true;
  readonly #references = new Map<string, ApiObject>();
  readonly #referenceIds = new WeakMap<ApiObject, string>();
  readonly #registered = new Map<string, number>();
  readonly #eventRanges = new Map<string, { sheetId: string; area: Area }>();
  readonly #ready: Promise<void>;
  #signalReady: () => void = () => undefined;
  #nextReference = 1;
  #nextEvent = 1;

  constructor(
    readonly clientId: number,
    readonly currentWorkspace: () => Workspace,
    functions: RegisteredFunctions | null,
    readonly send: (messages: readonly RichApiMessage[]) => void,
    readonly onPaneVisible: (visible: boolean) => void,
    readonly acts: HostActs,
  ) {
    this.customFunctions = new CustomFunctionCalls(functions, send);
    this.#ready = new Promise((resolve) => (this.#signalReady = resolve));
    this.objects = {
      worksheet: (sheetId) => new Worksheet(this, sheetId),
      range: (sheetId, area) => new Range(this, sheetId, area),
      rangeAreas: (sheetId, areas) => new RangeAreas(this, sheetId, areas),
      conditionalFormats: (sheetId, areas) => new ConditionalFormatCollection(this, sheetId, areas),
      tablesWithin: (sheetId, areas, whole) =>
        new TableScopedCollection(this, sheetId, areas, whole),
      table: (tableId) => new Table(this, tableId),
      workbookRangeAreas: (found) => new WorkbookRangeAreas(this, found),
      rangeView: (sheetId, area) => new RangeView(this, sheetId, area),
    };
  }

  get workspace(): Workspace {
    return this.currentWorkspace();
  }

  get actor(): Actor {
    return { kind: "add-in", clientId: this.clientId, window: this.workspace.window };
  }

  get root(): ApiObject {
    return new Workbook(this);
  }

  newService(name: string): ApiObject {
    return newService(this, name);
  }

  keepReference(object: ApiObject): string {
    // An object reached by its reference keeps that id: two ids would make it follow each move twice.
    const known = this.#referenceIds.get(object);
    if (known !== undefined && this.#references.has(known)) return known;
    const id = `{00000000-0000-0000-0003-${(this.#nextReference++).toString(16).padStart(12, "0").toUpperCase()}}`;
    this.#references.set(id, object);
    this.#referenceIds.set(object, id);
    return id;
  }

  reference(id: string): ApiObject {
    const object = this.#references.get(id);
    if (object === undefined) {
      throw new HostError("InvalidObjectPath", "The object reference is not valid any more.");
    }
    return object;
  }

  isInReference(className: string, name: string): boolean {
    return isNotServed(className, name);
  }

  releaseReference(id: string): void {
    this.#references.delete(id);
  }

  get referenceCount(): number {
    return this.#references.size;
  }

  /** References and event ranges follow cells that move. */
  follow(shift: Shift): void {
    for (const object of this.#references.values()) {
      if (object instanceof Range && object.sheetId === shift.sheetId && object.place !== null) {
        object.place = shiftArea(object.place, shift);
      } else if (object instanceof RangeAreas && object.sheetId === shift.sheetId) {
        object.places = object.places.flatMap((area) => shiftArea(area, shift) ?? []);
      }
    }
  }

  subscribe(type: number, target: string): void {
    const key = `${type} ${target}`;
    this.#registered.set(key, (this.#registered.get(key) ?? 0) + 1);
  }

  unsubscribe(type: number, target: string): void {
    const key = `${type} ${target}`;
    const count = (this.#registered.get(key) ?? 0) - 1;
    if (count > 0) this.#registered.set(key, count);
    else this.#registered.delete(key);
  }

  suspendCalculation(): void {
    this.calculationSuspended = true;
  }

  upToDate(): void {
    if (!this.calculationSuspended) this.acts.calculate();
  }

  openFile(bytes: Uint8Array | null): void {
    this.acts.openFile(bytes);
  }

  saveWorkbook(asking: boolean): void {
    this.workspace.history.clear();
    this.acts.save(asking);
  }

  closeWorkbook(): void {
    this.acts.close();
  }

  setPaneVisible(visible: boolean): void {
    if (visible === this.paneVisible) return;
    this.paneVisible = visible;
    const args = JSON.stringify({ visibility: visible ? "Visible" : "Hidden" });
    this.send([
      {
        category: eventCategory,
        type: visibilityEvent,
        targetId: "",
        message: args,
        id: String(this.#nextEvent++),
        isRemote: false,
      },
    ]);
    this.onPaneVisible(visible);
  }

  commandsReady(): void {
    this.#signalReady();
  }

  /** Resolves when the add-in's command handlers are registered. */
  whenCommandsReady(): Promise<void> {
    return this.#ready;
  }

  eventRange(referenceId: string): { sheetId: string; area: Area } | null {
    return this.#eventRanges.get(referenceId) ?? null;
  }

  /** Sends this client what it has registered for among the entries. */
  tell(entries: readonly JournalEntry[], actor: Actor): void {
    if (this.#registered.size === 0 || !this.eventsEnabled) return;
    const messages: RichApiMessage[] = [];
    for (const entry of entries) {
      const events = eventsOf(this.workspace, entry, actor, this.clientId, (sheetId, area) =>
        this.#keepEventRange(sheetId, area),
      );
      for (const { type, target, args } of events) {
        if (!this.#registered.has(`${type} ${target}`)) continue;
        const remote = args["source"] === "Remote";
        messages.push({
          category: eventCategory,
          type,
          targetId: target,
          message: JSON.stringify(args),
          id: String(this.#nextEvent++),
          isRemote: remote,
        });
      }
    }
    if (messages.length > 0) this.send(messages);
  }

  #keepEventRange(sheetId: string, area: Area): string {
    const id = `event-${this.#nextEvent++}`;
    this.#eventRanges.set(id, { sheetId, area });
    const [oldest] = this.#eventRanges.keys();
    if (this.#eventRanges.size > keptEventRanges && oldest !== undefined) {
      this.#eventRanges.delete(oldest);
    }
    return id;
  }
}

const visibilityEvent = 65539;
