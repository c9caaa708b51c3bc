import type { BindingEvent } from "../edit/bound-places";

/** What a transport needs of the host: one connected office.js client, in the terms of its own messages. */
export interface TransportClient {
  /** A rich API request body in, its response body out. Rejects only when the connection itself fails. */
  execute(requestJson: string, options?: RequestOptions): Promise<string>;
  /** Entries `[category, type, targetId, message, id, isRemote]` of the rich API's message event. */
  onMessages(listener: (entries: readonly RichApiMessage[]) => void): void;
  /** A ribbon command to run; the promise of `invokeCommand` in the host settles when it is completed. */
  onCommand(listener: (command: InvokedCommand) => void): void;
  commandCompleted(commandId: string): void;
  /** The person's selection moved (`Office.EventType.DocumentSelectionChanged`). */
  onSelection(listener: () => void): void;
  /** Something happened in a binding (`Excel.Binding.onDataChanged`, `onSelectionChanged`). */
  onBinding(listener: (event: BindingEvent) => void): void;
  /** The add-in's settings as the file keeps them: JSON text by name (`Office.context.document.settings`). */
  readSettings(): ReadonlyMap<string, string>;
  writeSettings(settings: ReadonlyMap<string, string>): void;
  /** The workbook as the bytes of an .xlsx file; absent where nobody can write one. */
  readonly copyFile?: () => Promise<Uint8Array>;
}

/** What travels beside a request's body. */
export interface RequestOptions {
  /** A request that finds a cell being edited waits for its end instead of being refused. */
  readonly waitsForCellEdit: boolean;
}

export interface RichApiMessage {
  readonly category: number;
  readonly type: number;
  readonly targetId: string;
  readonly message: string;
  readonly id: string;
  readonly isRemote: boolean;
}

export interface InvokedCommand {
  readonly id: string;
  readonly functionName: string;
  /** The event object as JSON, e.g. `{"source":{"id":"ButtonId"}}`. */
  readonly event: string;
}

/** The facts a client is told when it starts. */
export interface ClientFacts {
  /** "en-US" or "zh-CN": the language of the application and of the data. */
  readonly locale: string;
  readonly documentUrl: string;
  readonly readOnly: boolean;
}
