import { ApiObject } from "../protocol/api-object";
import { HostError, invalidArgument } from "../protocol/host-error";
import { text } from "./arguments";
import type { Session } from "./session";

/** A workbook that is to be opened beside this one. https://learn.microsoft.com/javascript/api/excel/excel.workbookcreated */
export class WorkbookCreated extends ApiObject {
  readonly className = "WorkbookCreated";
  readonly #bytes: Uint8Array;

  constructor(
    readonly session: Session,
    base64File: unknown,
  ) {
    super();
    this.#bytes = fileIn(base64File);
  }

  /** #open */
  open(): void {
    this.session.openFile(this.#bytes);
  }
}

/** @throws HostError where the text is no file; a blank workbook, which Excel makes of no text at all, is not served */
function fileIn(base64File: unknown): Uint8Array {
  if (base64File === undefined || base64File === null)
    throw new HostError("NotImplemented", "A new workbook needs a file here.");
  const base64 = text(base64File, "base64File");
  try {
    return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  } catch {
    throw invalidArgument("base64File", "is not Base64");
  }
}
