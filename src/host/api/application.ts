import { ApiObject } from "../protocol/api-object";
import { refuseReadOnly } from "../edit/cells";
import { word } from "./arguments";
import type { Session } from "./session";

/** https://learn.microsoft.com/javascript/api/excel/excel.application */
export class Application extends ApiObject {
  readonly className = "Application";

  constructor(readonly session: Session) {
    super();
  }

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

  get calculationEngineVersion(): number {
    return 191029;
  }

  get decimalSeparator(): string {
    return ".";
  }

  get thousandsSeparator(): string {
    return ",";
  }

  get useSystemSeparators(): boolean {
    return true;
  }

  /** #calculate */
  calculate(type: unknown): void {
    const kind = word(type, "calculationType", ["Recalculate", "Full", "FullRebuild"]);
    this.session.workspace.calculation.recalculateAll(kind);
  }

  suspendApiCalculationUntilNextSync(): void {
    this.session.suspendCalculation();
  }

  /** The host paints after a sync, never during one: nothing is left to suspend. */
  suspendScreenUpdatingUntilNextSync(): void {
    return;
  }
}
