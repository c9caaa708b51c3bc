import type { DateSystem } from "../domain/serial";

/** 2000-01-01 as the 1904 date system numbers it; the 1900 system, with its fictitious day, says 36526. */
const firstOf2000In1904 = 35064;

/**
 * Asks Excel how it numbers 2000-01-01. The API that names the date system is still in preview; a calculation of
 * Excel's own tells it too, and writes nothing.
 *
 * @returns a function to call after the sync
 */
export function probeDateSystem(context: Excel.RequestContext): () => DateSystem {
  const probe = context.workbook.functions.date(2000, 1, 1);
  probe.load("value");
  return () => (probe.value === firstOf2000In1904 ? 1904 : 1900);
}
