import { passwordMatches } from "../file/password";
import { ApiObject } from "../protocol/api-object";
import { HostError } from "../protocol/host-error";
import { sheetLook } from "../edit/sheet-look";
import { optionalText, record } from "./arguments";
import { sheetOf, type Session } from "./session";

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotectionoptions: nothing is allowed but selecting */
const defaultOptions = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: "Normal",
};

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotection */
export class WorksheetProtection extends ApiObject {
  readonly className = "WorksheetProtection";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
  ) {
    super();
  }

  get protected(): boolean {
    return sheetOf(this.session, this.sheetId).protection !== null;
  }

  /** #options: every one of them, as given or as it is by default */
  get options(): unknown {
    const { protection } = sheetOf(this.session, this.sheetId);
    return protection === null ? null : { ...defaultOptions, ...protection.options };
  }

  /** #protect; InvalidOperation where it is protected already */
  protect(options?: unknown, password?: unknown): void {
    const sheet = sheetOf(this.session, this.sheetId);
    if (sheet.protection !== null) {
      throw new HostError("InvalidOperation", `The worksheet ${sheet.name} is protected already.`);
    }
    const given = options === undefined || options === null ? {} : record(options, "options");
    const secret = optionalText(password, "password");
    sheetLook(this.session.workspace, sheet, (look) => {
      look.protection = { options: given, password: secret };
    });
    this.session.workspace.history.clear();
  }

  /** #unprotect; AccessDenied for a wrong password */
  unprotect(password?: unknown): void {
    const sheet = sheetOf(this.session, this.sheetId);
    const stored = sheet.protection?.password ?? null;
    if (!passwordMatches(stored, optionalText(password, "password"))) {
      throw new HostError("AccessDenied", "The password is not the sheet's.", 403);
    }
    sheetLook(this.session.workspace, sheet, (look) => {
      look.protection = null;
    });
    this.session.workspace.history.clear();
  }
}
