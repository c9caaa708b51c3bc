import type { HostErrorCode } from "./protocol/host-error";

/** A sync that fails on purpose. */
export interface Fault {
  /** How many syncs pass unharmed first; 0 is the next one. */
  readonly after: number;
  /** "before" anything is done, in the "middle" of its actions, or "after" everything was done but not answered. */
  readonly when: "before" | "middle" | "after";
  readonly code: HostErrorCode;
  readonly message?: string;
}

/** Failures on demand: the tools with which the add-in's behaviour under trouble is proven. */
export class Faults {
  /** Milliseconds before each answer. */
  latency = 0;
  /** Bytes allowed in a request and in a response; Excel on the web allows 5 MB. */
  payloadLimit = 5 * 1024 * 1024;
  #planned: { left: number; fault: Fault }[] = [];

  failNext(fault: Fault): void {
    this.#planned.push({ left: fault.after, fault });
  }

  /** The fault meant for this sync, if one is. */
  next(): Fault | null {
    let due: Fault | null = null;
    this.#planned = this.#planned.filter((plan) => {
      if (plan.left > 0 || due !== null) {
        plan.left = Math.max(0, plan.left - 1);
        return true;
      }
      due = plan.fault;
      return false;
    });
    return due;
  }

  clear(): void {
    this.#planned = [];
    this.latency = 0;
  }
}
