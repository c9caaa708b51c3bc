import type { ClientSession } from "./api/client-session";
import { cellsRead, cellsWritten, type Counters } from "./counters";
import { addInStep } from "./edit/history";
import type { Actor, JournalEntry } from "./edit/journal";
import type { Fault, Faults } from "./faults";
import { HostError } from "./protocol/host-error";
import { describeError, interpret, type Response } from "./protocol/interpreter";
import { ActionType, parseRequest, type Request } from "./protocol/request";

/** What a sync needs of the host. */
export interface SyncHost {
  readonly counters: Counters;
  readonly faults: Faults;
  /** True once an add-in has closed the workbook. */
  isClosed(): boolean;
  recalculate(): void;
  /** Ends the sync: calculates, tells clients and the page; answers with what happened. */
  settle(actor: Actor): readonly JournalEntry[];
}

/** One sync of a client: a request body in, its response body out. */
export async function sync(
  host: SyncHost,
  session: ClientSession,
  requestJson: string,
): Promise<string> {
  const { faults } = host;
  if (faults.latency > 0) {
    await new Promise<void>((resolve) => setTimeout(resolve, faults.latency));
  }
  const bytesUp = byteLength(requestJson);
  let request: Request | null = null;
  let response: Response;
  let entries: readonly JournalEntry[] = [];
  try {
    if (bytesUp > faults.payloadLimit) {
      throw new HostError(
        "RequestPayloadSizeLimitExceeded",
        `The request exceeds ${faults.payloadLimit} bytes.`,
      );
    }
    request = parseRequest(requestJson);
    const own = isOwnTraffic(request);
    if (host.isClosed() && !own) {
      throw new HostError("InvalidOrTimedOutSession", "The workbook has been closed.", 401);
    }
    const fault = own ? null : faultFor(faults, session);
    if (fault?.when === "before") throw planned(fault);
    response = carriedOut(host, session, request, fault);
    entries = host.settle(session.actor);
    if (fault?.when === "after") throw planned(fault);
  } catch (error) {
    response = refused(error);
  }
  let text = JSON.stringify(response);
  let bytesDown = byteLength(text);
  if (response.Error === undefined && bytesDown > faults.payloadLimit) {
    const refusal = new HostError(
      "ResponsePayloadSizeLimitExceeded",
      `The response exceeds ${faults.payloadLimit} bytes.`,
    );
    text = JSON.stringify(refused(refusal));
    bytesDown = byteLength(text);
  }
  host.counters.add({
    clientId: session.clientId,
    actions: request?.actions.length ?? 0,
    bytesUp,
    bytesDown,
    cellsWritten: cellsWritten(entries),
    cellsRead: cellsRead(response.Results),
  });
  return text;
}

function refused(error: unknown): Response {
  return { Results: [], TraceIds: [], Error: describeError(error, 0, "") };
}

function faultFor(faults: Faults, { workspace }: ClientSession): Fault | null {
  if (workspace.editing.isBusy) {
    throw new HostError(
      "InvalidOperationInCellEditMode",
      "Excel is in cell-editing mode. Press ENTER or TAB or leave the cell, and try again.",
    );
  }
  return faults.next();
}

function carriedOut(
  host: SyncHost,
  session: ClientSession,
  request: Request,
  fault: Fault | null,
): Response {
  const middle = fault?.when === "middle" ? Math.ceil(request.actions.length / 2) : -1;
  session.calculationSuspended = false;
  return session.workspace.history.step(addInStep, () =>
    interpret(request, session, (index) => {
      if (index === middle && fault !== null) throw planned(fault);
      const type = request.actions[index]?.type;
      const reads = type === ActionType.query;
      if (reads && !session.calculationSuspended) host.recalculate();
    }),
  );
}

function planned(fault: Fault): HostError {
  return new HostError(fault.code, fault.message ?? `The host failed on demand (${fault.when}).`);
}

const encoder = new TextEncoder();

function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/**
 * Traffic of the runtime itself (custom functions, commands, letting go of objects after `Excel.run`) is neither refused
 * while editing nor failed on demand.
 */
function isOwnTraffic(request: Request): boolean {
  const methods = request.actions.filter((action) => action.type !== ActionType.instantiate);
  if (methods.length > 0 && methods.every((action) => action.name === "_RemoveReference")) {
    return true;
  }
  for (const path of request.paths.values()) {
    if (path.name.startsWith("Microsoft.") || path.name === "CustomFunctions") return true;
  }
  return false;
}
