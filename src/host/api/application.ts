import { ApiObject } from "../protocol/api-object";
import { refuseReadOnly } from "../edit/protection";
import { calculatedEntries } from "../edit/calculated";
import { word } from "./arguments";
import { WorkbookCreated } from "./created-workbook";
import { CultureInfo } from "./culture-info";
import type { Workbook } from "../model/workbook";
import { serve, serveKept, type Keeping } from "./properties";
import * as kind from "./property-kinds";
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

/** Of Excel in 2024. */
export const calculationEngineVersion = 191029;

serve(Application, {
  calculationState: ({ session }) => session.workspace.calculation.state,
  calculationEngineVersion: () => calculationEngineVersion,
  cultureInfo: ({ session }) => new CultureInfo(session.workspace.locale),
  iterativeCalculation: ({ session }) => new IterativeCalculation(session),
  decimalSeparator: () => ".",
  thousandsSeparator: () => ",",
  useSystemSeparators: () => true,
});

/** Kept and given back; the host never iterates circular references. https://learn.microsoft.com/javascript/api/excel/excel.iterativecalculation */
export class IterativeCalculation extends ApiObject {
  readonly className = "IterativeCalculation";

  constructor(readonly session: Session) {
    super();
  }
}

const iteration: Keeping<IterativeCalculation, Workbook["iterativeCalculation"]> = {
  read: ({ session }) => session.workspace.workbook.iterativeCalculation,
  change: ({ session: { workspace } }, change) => {
    refuseReadOnly(workspace);
    Object.assign(workspace.workbook.iterativeCalculation, change);
  },
};

serveKept(IterativeCalculation, iteration, {
  enabled: kind.truth(false),
  maxIteration: kind.whole(100, 1, 32767),
  maxChange: kind.number(0.001),
});
