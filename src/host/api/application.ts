import { ApiObject } from "../protocol/api-object";
import { refuseReadOnly } from "../edit/protection";
import { calculatedEntries } from "../edit/calculated";
import { integer, number, truth, word } from "./arguments";
import { WorkbookCreated } from "./created-workbook";
import { CultureInfo } from "./culture-info";
import type { Workbook } from "../model/workbook";
import { invalidArgument } from "../protocol/host-error";
import type { Session } from "./session";

/** https://learn.microsoft.com/javascript/api/excel/excel.application */
export class Application extends ApiObject {
  readonly className = "Application";

  constructor(readonly session: Session) {
    super();
  }

  /** #calculationMode */
  get calculationMode(): string {
    return this.session.workspace.workbook.calculationMode;
  }

  set calculationMode(value: unknown) {
    refuseReadOnly(this.session.workspace);
    this.session.workspace.workbook.calculationMode = word(value, "calculationMode", [
      "Automatic",
      "AutomaticExceptTables",
      "Manual",
    ]);
  }

  /** #calculationState: the host calculates between requests, never during one */
  get calculationState(): string {
    return "Done";
  }

  /** #calculationEngineVersion */
  get calculationEngineVersion(): number {
    return 191029;
  }

  /** #cultureInfo */
  get cultureInfo(): CultureInfo {
    return new CultureInfo(this.session.workspace.locale);
  }

  /** #iterativeCalculation */
  get iterativeCalculation(): IterativeCalculation {
    return new IterativeCalculation(this.session);
  }

  /** #decimalSeparator */
  get decimalSeparator(): string {
    return ".";
  }

  /** #thousandsSeparator */
  get thousandsSeparator(): string {
    return ",";
  }

  /** #useSystemSeparators */
  get useSystemSeparators(): boolean {
    return true;
  }

  /** #calculate */
  calculate(type: unknown): void {
    const kind = word(type, "calculationType", ["Recalculate", "Full", "FullRebuild"]);
    const { calculation, journal } = this.session.workspace;
    for (const entry of calculatedEntries(calculation.recalculateAll(kind))) journal.add(entry);
  }

  /** #createWorkbook */
  createWorkbook(base64File?: unknown): WorkbookCreated {
    return new WorkbookCreated(this.session, base64File);
  }

  /** #suspendApiCalculationUntilNextSync */
  suspendApiCalculationUntilNextSync(): void {
    this.session.suspendCalculation();
  }

  /** #suspendScreenUpdatingUntilNextSync: The host paints after a sync, never during one: nothing is left to suspend. */
  suspendScreenUpdatingUntilNextSync(): void {
    return;
  }
}

/** Kept and given back; the host never iterates circular references. https://learn.microsoft.com/javascript/api/excel/excel.iterativecalculation */
export class IterativeCalculation extends ApiObject {
  readonly className = "IterativeCalculation";

  constructor(readonly session: Session) {
    super();
  }

  /** #enabled */
  get enabled(): boolean {
    return this.session.workspace.workbook.iterativeCalculation.enabled;
  }

  set enabled(value: unknown) {
    setIteration(this, { enabled: truth(value, "enabled") });
  }

  /** #maxIteration: 1 to 32767 */
  get maxIteration(): number {
    return this.session.workspace.workbook.iterativeCalculation.maxIteration;
  }

  set maxIteration(value: unknown) {
    const maxIteration = integer(value, "maxIteration");
    if (maxIteration < 1 || maxIteration > 32767)
      throw invalidArgument("maxIteration", "1 to 32767");
    setIteration(this, { maxIteration });
  }

  /** #maxChange */
  get maxChange(): number {
    return this.session.workspace.workbook.iterativeCalculation.maxChange;
  }

  set maxChange(value: unknown) {
    setIteration(this, { maxChange: number(value, "maxChange") });
  }
}

function setIteration(
  of: IterativeCalculation,
  change: Partial<Workbook["iterativeCalculation"]>,
): void {
  const { workspace } = of.session;
  refuseReadOnly(workspace);
  Object.assign(workspace.workbook.iterativeCalculation, change);
}
