import { messageSent } from "./awaited";
import type { Session } from "./run";

/** How often Excel is asked whether it has finished, and for how long at most. */
const [askEveryMs, patienceMs] = [200, 60_000];

/**
 * Waits until Excel has calculated everything, custom functions included: what is copied as values before that is
 * #BUSY! for good. Where formulas are only calculated when a person asks for it, there is nothing to wait for.
 *
 * It gives up after a minute, since a function of another add-in may never answer.
 */
export async function untilCalculated({
  context,
  sync,
}: Pick<Session, "context" | "sync">): Promise<void> {
  const { application } = context.workbook;
  const answered = messageSent();
  try {
    for (let waited = 0; waited < patienceMs; waited += askEveryMs) {
      application.load("calculationState,calculationMode");
      await sync();
      const { calculationState, calculationMode } = application;
      if (calculationState === "Done" || calculationMode === "Manual") return;
      await new Promise((resolve) => setTimeout(resolve, askEveryMs));
    }
  } finally {
    answered();
  }
}
