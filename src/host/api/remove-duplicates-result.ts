import { ApiObject } from "../protocol/api-object";

/** https://learn.microsoft.com/javascript/api/excel/excel.removeduplicatesresult */
export class RemoveDuplicatesResult extends ApiObject {
  readonly className = "RemoveDuplicatesResult";
  readonly #found: { readonly removed: number; readonly remaining: number };

  constructor(found: { readonly removed: number; readonly remaining: number }) {
    super();
    this.#found = found;
  }

  /** #removed */
  get removed(): number {
    return this.#found.removed;
  }

  /** #uniqueRemaining */
  get uniqueRemaining(): number {
    return this.#found.remaining;
  }
}
