import { err, ok, type Result } from "../../domain/result";
import { formulaInputs } from "../../tables/schema";
import type { PerformFailure } from "../deeds/perform";
import type { Noted, ToldDeed } from "../deeds/told-deed";
import { isWaiting } from "../share/formulas";
import { tellOwnLeft } from "../share/own-left";
import type { Workbook } from "../workbook";
import type { SwitchFailure } from "../workbook/failures";
import { findFaultyFormulas, formulaRepair, type FaultyCells } from "./formulas";
import { notedCells } from "./noted";

/** Puts people's own formulas back whose sheets did not allow it when the functions came back. */
export async function ownFormulasBack(
  workbook: Workbook,
  deed: ToldDeed,
): Promise<Result<void, SwitchFailure | PerformFailure>> {
  const now = await workbook.describe();
  if (!now.ok) return now;
  const done = await deed.step([{ what: { kind: "note" } }], () =>
    workbook.switchFormulas(formulaRepair(now.value, [], [], {})),
  );
  if (!done.ok) return done;
  const { ownLeft } = done.value;
  const untold = await tellOwnLeft(workbook, deed, ownLeft);
  if (untold !== null) return err(untold);
  const waiting = ownLeft.find(isWaiting);
  if (waiting === undefined) return ok(undefined);
  const { sheet, why } = waiting;
  return err(
    why === "protected"
      ? { code: "protected", sheet }
      : { code: "filtered", table: "customers", sheet },
  );
}

interface FormulasToMend {
  readonly chosen: readonly FaultyCells[];
  /** Whether rows were joined to the table, whose formulas may be lacking. */
  readonly grown: boolean;
  /** Whether something that holds a share copy together, or is left of one, is to be put right with them. */
  readonly copy: boolean;
}

/**
 * Looks again, since rows may have moved while a person was reading what was found, tells what stands there, and puts the
 * formulas back.
 */
export async function repairFormulas(
  workbook: Workbook,
  { chosen, grown, copy }: FormulasToMend,
  deed: ToldDeed,
): Promise<Result<void, SwitchFailure | PerformFailure>> {
  const now = await workbook.describe();
  if (!now.ok) return now;
  const found = await findFaultyFormulas(workbook, now.value, () => undefined);
  if (!found.ok) return found;
  const wanted = found.value.filter(
    ({ column, fault }) =>
      (grown && fault === "lost") ||
      chosen.some((each) => each.column === column && each.fault === fault),
  );
  // Excel itself fills the formulas of a column into rows that are joined to it.
  if (wanted.length + chosen.length === 0 && !copy) return ok(undefined);
  // What a person has chosen to overwrite must be what was shown.
  const others = chosen.some(
    ({ column, fault, count }) =>
      (fault === "own" || fault === "typed") &&
      !wanted.some(
        (each) => each.column === column && each.fault === fault && each.count === count,
      ),
  );
  if (others) return err({ code: "changed-meanwhile", table: "customers" });
  const there = now.value.tables.customers?.columns ?? {};
  const [lacking] = wanted
    .flatMap(({ formula }) => formulaInputs(formula))
    .filter((column) => there[column] === undefined);
  if (lacking !== undefined)
    return err({ code: "column-missing", table: "customers", column: lacking });
  // What stands there is read before it is written over.
  const contents = await notedCells(workbook, wanted);
  if (!contents.ok) return contents;
  const { cells, noted, keys, shown } = contents.value;
  // What only holds a share copy together is noted by a word.
  const told: readonly Noted[] = noted.length === 0 ? [{ what: { kind: "note" } }] : noted;
  const done = await deed.step(told, () =>
    workbook.switchFormulas(formulaRepair(now.value, cells, keys, shown)),
  );
  if (!done.ok) return done;
  const untold = await tellOwnLeft(workbook, deed, done.value.ownLeft);
  return untold === null ? ok(undefined) : err(untold);
}
