import { passwordMatches } from "../file/password";
import type { Sheet, SheetProtection } from "../model/sheet";
import { forgetPauses, isProtected, refuseWhileProtected } from "../edit/protection";
import { sheetLook } from "../edit/sheet-look";
import { ApiObject } from "../protocol/api-object";
import { HostError, invalidArgument } from "../protocol/host-error";
import { AllowEditRangeCollection } from "./allow-edit-ranges";
import { optionalText, record, truth, word } from "./arguments";
import { sheetOf, type Session } from "./session";

/** What a protected sheet allows where nothing is said. https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotectionoptions */
const defaultOptions: Readonly<Record<string, unknown>> = {
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

  /** #allowEditRanges */
  get allowEditRanges(): AllowEditRangeCollection {
    return new AllowEditRangeCollection(this.session, this.sheetId);
  }

  /** #protected */
  get protected(): boolean {
    return sheetOf(this.session, this.sheetId).protection !== null;
  }

  /** #options: every one of them, as given or as it is by default */
  get options(): unknown {
    const { protection } = sheetOf(this.session, this.sheetId);
    return protection === null ? null : { ...defaultOptions, ...protection.options };
  }

  /** #savedOptions: the same whether the sheet is protected or not */
  get savedOptions(): unknown {
    const { protection, savedProtectionOptions } = sheetOf(this.session, this.sheetId);
    return { ...defaultOptions, ...(protection?.options ?? savedProtectionOptions) };
  }

  /** #isPasswordProtected */
  get isPasswordProtected(): boolean {
    return (sheetOf(this.session, this.sheetId).protection?.password ?? "") !== "";
  }

  /** #canPauseProtection: where there is one that is not paused already */
  get canPauseProtection(): boolean {
    return isProtected(this.session.workspace, sheetOf(this.session, this.sheetId));
  }

  /** #isPaused */
  get isPaused(): boolean {
    const sheet = sheetOf(this.session, this.sheetId);
    return sheet.protection !== null && this.session.workspace.window.paused.has(sheet.id);
  }

  /** #protect; InvalidOperation where it is protected already */
  protect(options?: unknown, password?: unknown): void {
    const sheet = sheetOf(this.session, this.sheetId);
    if (sheet.protection !== null) {
      throw new HostError("InvalidOperation", `The worksheet ${sheet.name} is protected already.`);
    }
    const given = options === undefined || options === null ? {} : optionsGiven(options);
    const secret = optionalText(password, "password");
    setProtection(this, { options: { ...defaultOptions, ...given }, password: secret });
  }

  /** #unprotect; AccessDenied for a wrong password */
  unprotect(password?: unknown): void {
    const stored = sheetOf(this.session, this.sheetId).protection?.password ?? null;
    if (!passwordMatches(stored, optionalText(password, "password"))) {
      throw new HostError("AccessDenied", "The password is not the sheet's.", 403);
    }
    setProtection(this, null);
  }

  /** #checkPassword: false where one is given and none is needed */
  checkPassword(password?: unknown): boolean {
    const stored = sheetOf(this.session, this.sheetId).protection?.password ?? "";
    const typed = optionalText(password, "password") ?? "";
    return stored === "" ? typed === "" : passwordMatches(stored, typed);
  }

  /** #pauseProtection: for this client only; InvalidArgument for a wrong password */
  pauseProtection(password?: unknown): void {
    const { workspace } = this.session;
    const sheet = sheetOf(this.session, this.sheetId);
    const typed = optionalText(password, "password");
    if (!isProtected(workspace, sheet)) return;
    if (!passwordMatches(sheet.protection?.password ?? null, typed)) {
      throw invalidArgument("password", "it is not the sheet's");
    }
    workspace.window.paused.add(sheet.id);
  }

  /** #resumeProtection: nothing where it is not paused */
  resumeProtection(): void {
    this.session.workspace.window.paused.delete(sheetOf(this.session, this.sheetId).id);
  }

  /** #setPassword; InvalidOperation where the sheet is not protected, AccessDenied where that is not paused */
  setPassword(password?: unknown): void {
    const sheet = sheetOf(this.session, this.sheetId);
    const { protection } = sheet;
    if (protection === null) {
      throw new HostError("InvalidOperation", `The worksheet ${sheet.name} is not protected.`);
    }
    refuseWhileProtected(this.session.workspace, sheet);
    const secret = optionalText(password, "password");
    changeProtection(this, sheet, { ...protection, password: secret === "" ? null : secret });
  }

  /** #updateOptions; AccessDenied where the sheet is protected and that is not paused */
  updateOptions(options: unknown): void {
    const sheet = sheetOf(this.session, this.sheetId);
    refuseWhileProtected(this.session.workspace, sheet);
    const given = optionsGiven(options);
    const { protection } = sheet;
    const before = protection?.options ?? sheet.savedProtectionOptions ?? defaultOptions;
    const allowed = { ...before, ...given };
    if (protection === null) sheet.savedProtectionOptions = allowed;
    else changeProtection(this, sheet, { ...protection, options: allowed });
  }
}

/** @throws HostError InvalidArgument for an option there is none of, or that is not true or false */
function optionsGiven(value: unknown): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(record(value, "options"))) {
    if (option === undefined || option === null) continue;
    if (!Object.hasOwn(defaultOptions, name)) throw invalidArgument("options", `no '${name}'`);
    given[name] =
      name === "selectionMode"
        ? word(option, "selectionMode", ["Normal", "None", "Unlocked"])
        : truth(option, name);
  }
  return given;
}

/** Protecting and unprotecting cannot be undone, and is told to those who listen. */
function setProtection(of: WorksheetProtection, protection: SheetProtection | null): void {
  const { workspace } = of.session;
  const sheet = sheetOf(of.session, of.sheetId);
  const before = sheet.protection;
  if (protection !== null) sheet.savedProtectionOptions = null;
  else if (before !== null) sheet.savedProtectionOptions = before.options;
  changeProtection(of, sheet, protection);
  forgetPauses(workspace.windows(), sheet);
  const isNow = protection !== null;
  if ((before !== null) !== isNow) {
    workspace.journal.add({ kind: "protection", sheetId: sheet.id, isProtected: isNow });
  }
}

function changeProtection(
  { session: { workspace } }: WorksheetProtection,
  sheet: Sheet,
  protection: SheetProtection | null,
): void {
  sheetLook(workspace, sheet, (look) => (look.protection = protection));
  workspace.history.clear();
}
