import { ApiObject } from "../protocol/api-object";
import { invalidArgument } from "../protocol/host-error";
import { text } from "./arguments";
import type { Session } from "./session";

/** A workbook that is to be opened beside this one. https://learn.microsoft.com/javascript/api/excel/excel.workbookcreated */
export class WorkbookCreated extends ApiObject {
  readonly className = "WorkbookCreated";
  readonly #bytes: Uint8Array | null;

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

/** Null where there is no text: Excel makes a blank workbook then. @throws HostError where the text is no file */
function fileIn(base64File: unknown): Uint8Array | null {
  if (base64File === undefined || base64File === null) return null;
  const base64 = text(base64File, "base64File");
  try {
    return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  } catch {
    throw invalidArgument("base64File", "is not Base64");
  }
}
