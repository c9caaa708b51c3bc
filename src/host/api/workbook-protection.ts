import { passwordMatches } from "../file/password";
import { refuseReadOnly } from "../edit/protection";
import { ApiObject } from "../protocol/api-object";
import { HostError } from "../protocol/host-error";
import { optionalText } from "./arguments";
import type { Session } from "./session";

/** Keeps sheets from being added, deleted, moved, renamed and hidden. https://learn.microsoft.com/javascript/api/excel/excel.workbookprotection */
export class WorkbookProtection extends ApiObject {
  readonly className = "WorkbookProtection";

  constructor(readonly session: Session) {
    super();
  }

  /** #protected */
  get protected(): boolean {
    return this.session.workspace.workbook.protection !== null;
  }

  /** #protect; InvalidOperation where it is protected already */
  protect(password?: unknown): void {
    const { workspace } = this.session;
    refuseReadOnly(workspace);
    if (workspace.workbook.protection !== null) {
      throw new HostError("InvalidOperation", "The workbook is protected already.");
    }
    workspace.workbook.protection = { password: optionalText(password, "password") };
    workspace.history.clear();
  }

  /** #unprotect; AccessDenied for a wrong password */
  unprotect(password?: unknown): void {
    const { workspace } = this.session;
    refuseReadOnly(workspace);
    const secret = workspace.workbook.protection?.password ?? null;
    if (!passwordMatches(secret, optionalText(password, "password"))) {
      throw new HostError("AccessDenied", "The password is not the workbook's.", 403);
    }
    workspace.workbook.protection = null;
    workspace.history.clear();
  }
}
