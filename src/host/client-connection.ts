import { ClientSession, type HostActs } from "./api/client-session";
import type { RegisteredFunctions } from "./api/custom-function-calls";
import type { BindingEvent } from "./edit/bound-places";
import type { Workspace } from "./edit/workspace";
import type { InvokedCommand, RichApiMessage } from "./transport/client";

/** A client with its listeners; messages arrive after the response, as separate turns. */
export class ClientConnection {
  readonly session: ClientSession;
  readonly messageListeners = new Set<(entries: readonly RichApiMessage[]) => void>();
  readonly commandListeners = new Set<(command: InvokedCommand) => void>();
  readonly selectionListeners = new Set<() => void>();
  readonly bindingListeners = new Set<(event: BindingEvent) => void>();
  readonly #commands = new Map<string, () => void>();
  #turn: Promise<unknown> = Promise.resolve();
  #nextCommand = 1;

  constructor(
    id: number,
    workspace: () => Workspace,
    functions: RegisteredFunctions | null,
    onPaneVisible: (visible: boolean) => void,
    acts: HostActs,
  ) {
    this.session = new ClientSession(
      id,
      workspace,
      functions,
      (messages) => {
        setTimeout(() => {
          for (const listener of this.messageListeners) listener(messages);
        }, 0);
      },
      onPaneVisible,
      acts,
    );
  }

  /** Requests of one client are carried out one after the other. */
  inTurn(work: () => Promise<string>): Promise<string> {
    const result = this.#turn.then(work);
    this.#turn = result;
    return result;
  }

  selectionMoved(): void {
    setTimeout(() => {
      for (const listener of this.selectionListeners) listener();
    }, 0);
  }

  bindingsTouched(events: readonly BindingEvent[]): void {
    if (events.length === 0 || !this.session.eventsEnabled) return;
    setTimeout(() => {
      for (const event of events) for (const listener of this.bindingListeners) listener(event);
    }, 0);
  }

  async invokeCommand(functionName: string): Promise<void> {
    await this.session.whenCommandsReady();
    const id = String(this.#nextCommand++);
    const event = JSON.stringify({ source: { id: functionName } });
    const completed = new Promise<void>((resolve) => this.#commands.set(id, resolve));
    for (const listener of this.commandListeners) listener({ id, functionName, event });
    await completed;
  }

  commandCompleted(id: string): void {
    this.#commands.get(id)?.();
    this.#commands.delete(id);
  }
}
