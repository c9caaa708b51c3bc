import type { SheetProtection } from "../model/sheet";
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

  get isPasswordProtected(): boolean {
    return (sheetOf(this.session, this.sheetId).protection?.password ?? "") !== "";
  }

  /** #protect; InvalidOperation where it is protected already */
  protect(options?: unknown, password?: unknown): void {
    const sheet = sheetOf(this.session, this.sheetId);
    if (sheet.protection !== null) {
      throw new HostError("InvalidOperation", `The worksheet ${sheet.name} is protected already.`);
    }
    const given = options === undefined || options === null ? {} : record(options, "options");
    const secret = optionalText(password, "password");
    setProtection(this, { options: { ...freshOptions, ...given }, password: secret });
  }

  /** #unprotect; AccessDenied for a wrong password */
  unprotect(password?: unknown): void {
    if (!this.checkPassword(password)) {
      throw new HostError("AccessDenied", "The password is not the sheet's.", 403);
    }
    setProtection(this, null);
  }

  /** #checkPassword: true where there is none */
  checkPassword(password?: unknown): boolean {
    const stored = sheetOf(this.session, this.sheetId).protection?.password ?? null;
    return passwordMatches(stored, optionalText(password, "password"));
  }

  /** #setPassword; a sheet must be protected to get one */
  setPassword(password?: unknown): void {
    const { protection } = protectedSheet(this);
    setProtection(this, { ...protection, password: optionalText(password, "password") });
  }

  /** #updateOptions; AccessDenied where the sheet has a password */
  updateOptions(options: unknown): void {
    const { protection } = protectedSheet(this);
    if (this.isPasswordProtected) {
      throw new HostError("AccessDenied", "The protection has a password.", 403);
    }
    setProtection(this, {
      ...protection,
      options: { ...protection.options, ...record(options, "options") },
    });
  }
}

/** What a protected sheet allows where nothing is said. https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotectionoptions */
const freshOptions = {
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

function protectedSheet(of: WorksheetProtection): { readonly protection: SheetProtection } {
  const { protection, name } = sheetOf(of.session, of.sheetId);
  if (protection === null) {
    throw new HostError("InvalidOperation", `The worksheet ${name} is not protected.`);
  }
  return { protection };
}

/** Protecting and unprotecting cannot be undone, and is told to those who listen. */
function setProtection(of: WorksheetProtection, protection: SheetProtection | null): void {
  const { workspace } = of.session;
  const sheet = sheetOf(of.session, of.sheetId);
  const before = sheet.protection !== null;
  sheetLook(workspace, sheet, (look) => (look.protection = protection));
  workspace.history.clear();
  const isProtected = protection !== null;
  if (before !== isProtected) {
    workspace.journal.add({ kind: "protection", sheetId: sheet.id, isProtected });
  }
}
