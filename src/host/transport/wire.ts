import type { RequestOptions, RichApiMessage } from "./client";

/** Requirement sets the host claims. A member of one that is not served still answers ApiNotFound, naming itself. */
export const requirementSets: Readonly<Record<string, string>> = {
  ExcelApi: "1.17",
  DelayForCellEdit: "1.1",
  SharedRuntime: "1.1",
  RibbonApi: "1.2",
  CustomFunctionsRuntime: "1.3",
  CustomFunctions: "1.7",
  KeyboardShortcuts: "1.1",
  AddinCommands: "1.1",
  Settings: "1.1",
  DocumentEvents: "1.1",
  File: "1.1",
  CompressedFile: "1.1",
  // What `Office.context.document` does with selections and bindings comes as requests.
  RedirectV1Api: "1.1",
  Selection: "1.1",
  TextCoercion: "1.1",
  MatrixCoercion: "1.1",
  TableCoercion: "1.1",
  MatrixBindings: "1.1",
  TableBindings: "1.1",
  TextBindings: "1.1",
  BindingEvents: "1.1",
};

/** Shared runtime (1) and custom functions (2), as the host info says them. */
export const runtimeFlags = 3;

/** Methods and events by the numbers office.js uses (DispatchId). */
export const Dispatch = {
  loadSettings: 75,
  saveSettings: 76,
  takeFile: 77,
  fileSlice: 80,
  closeFile: 81,
  richApiRequest: 93,
  commandCompleted: 94,
} as const;

/** office.js's own status numbers; 5000 is "operation not supported". */
export const Status = { success: 0, unsupported: 5000 } as const;

/** An event as office.js unpacks it. */
export function wireEntry(entry: RichApiMessage): readonly unknown[] {
  return [entry.category, entry.type, entry.targetId, entry.message, entry.id, entry.isRemote];
}

/** Set where `Excel.run` was given `delayForCellEdit`. */
const waitsForCellEditFlag = 64;

/**
 * The body and the flags of a rich API request: the fifth and seventh of [customData, method, path, headers, body, 0,
 * flags, …].
 *
 * @throws TypeError where there is no body
 */
export function requestIn(data: unknown): readonly [body: string, options: RequestOptions] {
  const parts: readonly unknown[] = Array.isArray(data) ? data : [];
  const [body, flags] = [parts[4], parts[6]];
  if (typeof body !== "string") throw new TypeError("a rich API request without a body");
  return [body, { waitsForCellEdit: (Number(flags) & waitsForCellEditFlag) !== 0 }];
}
