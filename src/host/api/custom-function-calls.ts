import type { CustomAnswer, CustomCall, CustomTraits } from "../calc/calculation";
import { isCellError, isErrorCode, type ErrorCode, type Scalar } from "../model/cell";
import { isObject } from "../protocol/json";
import type { RichApiMessage } from "../transport/client";
import type { CustomFunctionAnswers } from "./session";

/** What functions.json says of one function, as far as the host needs it. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly parameters?: readonly {
    readonly dimensionality?: string;
    readonly repeating?: boolean;
  }[];
  readonly options?: {
    readonly cancelable?: boolean;
    readonly stream?: boolean;
    readonly allowErrorForDataTypeAny?: boolean;
    readonly requiresAddress?: boolean;
    readonly requiresParameterAddresses?: boolean;
    readonly volatile?: boolean;
  };
  readonly allowErrorForDataTypeAny?: boolean;
}

/** The custom functions an add-in brings: its functions.json and the namespace of its manifest. */
export interface RegisteredFunctions {
  readonly namespace: string;
  readonly functions: readonly FunctionMetadata[];
}

const category = 1;
const invoke = 1000;
const cancel = 1001;
const flag = { cancelable: 1, streaming: 2, errorArguments: 4 } as const;

/** The wire's numbers for a function's errors. */
const errorNumbers: Readonly<Record<number, ErrorCode>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
};

interface Waiting {
  /** The function answers again and again until it is stopped. */
  readonly streams: boolean;
  readonly settle: (answer: CustomAnswer) => void;
}

/**
 * Carries calls of custom functions to one client and brings back its answers. Calls made before the client's runtime
 * is ready wait for it, as in Excel.
 */
export class CustomFunctionCalls implements CustomFunctionAnswers {
  readonly #byName = new Map<string, FunctionMetadata>();
  /** By upper-case name: every cell that calls asks for them. */
  readonly #traits = new Map<string, CustomTraits>();
  readonly #waiting = new Map<number, Waiting>();
  #queue: RichApiMessage[] = [];
  #ready = false;
  #next = 1;

  constructor(
    registered: RegisteredFunctions | null,
    readonly send: (messages: readonly RichApiMessage[]) => void,
  ) {
    for (const metadata of registered?.functions ?? []) {
      const name = `${registered?.namespace ?? ""}.${metadata.name}`.toUpperCase();
      this.#byName.set(name, metadata);
      const { options } = metadata;
      this.#traits.set(name, {
        readsAddresses: options?.requiresParameterAddresses === true,
        isVolatile: options?.volatile === true,
        answersAgain: options?.stream === true,
      });
    }
  }

  traits(name: string): CustomTraits | null {
    return this.#traits.get(name.toUpperCase()) ?? null;
  }

  call(calls: readonly CustomCall[]): Promise<readonly CustomAnswer[]> {
    const messages: RichApiMessage[] = [];
    const answers = calls.map((call) => this.#start(call, messages));
    if (this.#ready) {
      if (messages.length > 0) this.send(messages);
    } else this.#queue.push(...messages);
    return Promise.all(answers);
  }

  ready(): void {
    this.#ready = true;
    const queue = this.#queue;
    this.#queue = [];
    if (queue.length > 0) this.send(queue);
  }

  answer(results: readonly unknown[]): void {
    for (const result of results) {
      if (!Array.isArray(result)) continue;
      const [id, succeeded, value, errorNumber] = result as unknown[];
      const waiting = typeof id === "number" ? this.#waiting.get(id) : undefined;
      if (waiting === undefined || typeof id !== "number") continue;
      if (!waiting.streams) this.#waiting.delete(id);
      waiting.settle(
        succeeded === true ? answerOf(value) : failure(value, Number(errorNumber ?? 7)),
      );
    }
  }

  /** Tells the client that nobody waits any more; its cells show #N/A. */
  close(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const [id, { settle }] of waiting) {
      if (this.#ready) this.#cancel(id);
      settle({ error: "#N/A" });
    }
  }

  #cancel(id: number): void {
    this.send([message(cancel, id, { invocationId: id })]);
  }

  #start(call: CustomCall, messages: RichApiMessage[]): Promise<CustomAnswer> {
    const metadata = this.#byName.get(call.name.toUpperCase());
    if (metadata === undefined) return Promise.resolve({ error: "#NAME?" });
    const allowsErrors =
      metadata.allowErrorForDataTypeAny ?? metadata.options?.allowErrorForDataTypeAny ?? false;
    if (!allowsErrors) {
      // Excel does not call a function that cannot take errors: the first error is the result.
      for (const argument of call.args) {
        const found = firstError(argument);
        if (found !== null) return Promise.resolve(found);
      }
    }
    const id = this.#next++;
    const flags =
      (metadata.options?.cancelable === true ? flag.cancelable : 0) +
      (metadata.options?.stream === true ? flag.streaming : 0) +
      (allowsErrors ? flag.errorArguments : 0);
    const args = wireArguments(call, metadata);
    const caller = metadata.options?.requiresAddress === true ? call.caller : null;
    const body = [id, metadata.id.toUpperCase(), args, caller, flags, call.addresses];
    messages.push(message(invoke, id, body));
    const streams = metadata.options?.stream === true;
    if (streams || metadata.options?.cancelable === true) {
      call.stop = () => {
        const waiting = this.#waiting.get(id);
        if (waiting === undefined) return;
        this.#waiting.delete(id);
        this.#queue = this.#queue.filter((queued) => queued.id !== String(id));
        if (this.#ready) this.#cancel(id);
        waiting.settle({ error: "#N/A" });
      };
    }
    if (streams) {
      // What goes on answering may never answer: it is not waited for, its cell shows #BUSY! meanwhile.
      this.#waiting.set(id, { streams, settle: call.again });
      return Promise.resolve({ error: "#BUSY!" });
    }
    return new Promise((first) => {
      let answered = false;
      const settle = (answer: CustomAnswer): void => {
        if (answered) call.again(answer);
        else first(answer);
        answered = true;
      };
      this.#waiting.set(id, { streams, settle });
    });
  }
}

function message(type: number, id: number, body: unknown): RichApiMessage {
  const text = JSON.stringify(body);
  return { category, type, targetId: "", message: text, id: String(id), isRemote: false };
}

function firstError(argument: CustomCall["args"][number]): CustomAnswer | null {
  if (!Array.isArray(argument)) return isCellError(argument) ? argument : null;
  for (const row of argument as readonly (readonly Scalar[])[]) {
    const error = row.find(isCellError);
    if (error !== undefined) return error;
  }
  return null;
}

/**
 * Every declared parameter gets an argument (null where omitted); shapes follow the declared dimensionality. A
 * repeating parameter, which is the last, gets the list of all that is left.
 * https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-parameter-options
 */
function wireArguments(call: CustomCall, metadata: FunctionMetadata): unknown[] {
  const parameters = metadata.parameters ?? [];
  const repeating = parameters.at(-1)?.repeating === true ? parameters.at(-1) : undefined;
  const single = repeating === undefined ? parameters : parameters.slice(0, -1);
  const count = repeating === undefined ? Math.max(single.length, call.args.length) : single.length;
  const args = Array.from({ length: count }, (_, index) =>
    wireArgument(call.args[index] ?? null, single[index]?.dimensionality),
  );
  if (repeating === undefined) return args;
  const rest = call.args.slice(single.length);
  return [...args, rest.map((argument) => wireArgument(argument, repeating.dimensionality))];
}

function wireArgument(
  argument: CustomCall["args"][number],
  dimensionality: string | undefined,
): unknown {
  if (!Array.isArray(argument)) {
    const value = wireScalar(argument as Scalar);
    return dimensionality === "matrix" && argument !== null ? [[value]] : value;
  }
  const rows = argument as readonly (readonly Scalar[])[];
  if (dimensionality !== "matrix" && rows.length === 1 && rows[0]?.length === 1) {
    return wireScalar(rows[0][0] ?? null);
  }
  return rows.map((row) => row.map(wireScalar));
}

function wireScalar(value: Scalar): unknown {
  if (!isCellError(value)) return value;
  return { type: "CustomFunctionError", code: value.error };
}

function failure(message: unknown, errorNumber: number): CustomAnswer {
  const error = errorNumbers[errorNumber] ?? "#VALUE!";
  // Only #VALUE! and #N/A carry a message. https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-errors
  const told =
    typeof message === "string" && message !== "" && (error === "#VALUE!" || error === "#N/A");
  return told ? { error, message } : { error };
}

function answerOf(value: unknown): CustomAnswer {
  if (!Array.isArray(value)) return scalarOf(value);
  const rows = value as readonly unknown[];
  return rows.map((row) =>
    Array.isArray(row) ? (row as unknown[]).map(scalarOf) : [scalarOf(row)],
  );
}

/** A value as a function may give it; entities are known by their basic value. */
function scalarOf(value: unknown): Scalar {
  if (value === null || value === undefined) return "";
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : { error: "#NUM!" };
  if (isObject(value)) {
    const code = value["errorCode"] ?? value["code"];
    if (typeof code === "string" && isErrorCode(code)) {
      const { message } = value;
      return typeof message === "string" && message !== ""
        ? { error: code, message }
        : { error: code };
    }
    const basic = value["basicValue"];
    if (typeof basic === "number" || typeof basic === "string" || typeof basic === "boolean") {
      return basic;
    }
  }
  return { error: "#VALUE!" };
}
