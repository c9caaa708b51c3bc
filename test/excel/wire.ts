import type { Client } from "../../src/host/excel-host";

/** One request and its answer, as they went over the wire. */
export interface Trip {
  readonly bytesUp: number;
  readonly bytesDown: number;
  readonly actions: number;
}

/** What goes wrong with one of the next requests. */
export interface Fault {
  /** 0 is the next request that is sent. */
  readonly trip: number;
  /** How many of its actions still take effect; "all" loses only the answer. */
  readonly actions: number | "all";
  readonly code?: string;
}

interface RequestFrame {
  readonly Actions: readonly unknown[];
}

function parsed(requestJson: string): RequestFrame {
  return JSON.parse(requestJson) as RequestFrame;
}

/**
 * The wire between office.js and the host, watched: every request is weighed, and any of them can be made to fail
 * after any of its actions. It knows the frame of a message and nothing of Excel.
 */
export class Wire {
  readonly trips: Trip[] = [];
  /** Milliseconds the host worked, which in Excel is another process, since the beginning; by `clock`. */
  hostMs = 0;
  clock: () => number = () => performance.now();
  #faults: Fault[] = [];
  #sinceFault = 0;
  /** Runs when a request arrives, before the host sees it: a colleague who is faster. */
  beforeTrip: ((trip: number) => void) | null = null;

  constructor(private readonly client: Client) {}

  /** The client as office.js shall see it. */
  watched(): Client {
    return { ...this.client, execute: (requestJson) => this.#execute(requestJson) };
  }

  async #execute(requestJson: string): Promise<string> {
    const trip = this.#sinceFault++;
    this.beforeTrip?.(trip);
    const fault = this.#faults.find((each) => each.trip === trip);
    const began = this.clock();
    const answer =
      fault === undefined
        ? await this.client.execute(requestJson)
        : await this.#fail(parsed(requestJson), fault);
    this.hostMs += this.clock() - began;
    this.trips.push({
      bytesUp: Buffer.byteLength(requestJson),
      bytesDown: Buffer.byteLength(answer),
      // Few ask; reading every request a second time is a part of the time of long proofs.
      get actions() {
        return parsed(requestJson).Actions.length;
      },
    });
    return answer;
  }

  /** Makes the coming requests fail as said; counting starts now. */
  fail(...faults: readonly Fault[]): void {
    this.#faults = [...faults];
    this.#sinceFault = 0;
  }

  /** Forgets what was weighed and counts afresh. */
  reset(): void {
    this.trips.length = 0;
    this.beforeTrip = null;
    this.fail();
  }

  async #fail(request: RequestFrame, fault: Fault): Promise<string> {
    const count = fault.actions === "all" ? request.Actions.length : fault.actions;
    if (count > 0) {
      const part = { ...request, Actions: request.Actions.slice(0, count) };
      await this.client.execute(JSON.stringify(part));
    }
    const code = fault.code ?? "GeneralException";
    return JSON.stringify({
      Results: [],
      TraceIds: [],
      Error: {
        Code: code,
        Message: "The connection was lost.",
        Location: "",
        // office.js looks the failing statement up by this; it must be one of the request.
        ActionIndex: Math.min(count, request.Actions.length - 1),
        HttpStatusCode: 500,
      },
    });
  }
}
