import type { Intents } from "./app/intents";
import type { Day } from "./domain/day";
import type { Moment } from "./domain/moment";
import { excelWorkbook } from "./excel/excel-workbook";
import { officePreferences, type HostFacts } from "./excel/office-host";
import { idSource } from "./tables/ids";
import { mountPane } from "./taskpane/mount";

/** The composition root's second half, which cells and ribbon need not wait for: the pane on the workbook. */
export function openPane(
  root: HTMLElement,
  {
    intents,
    today,
    now,
    facts,
    version,
  }: {
    readonly intents: Intents;
    readonly today: () => Day;
    readonly now: () => Moment;
    readonly facts: HostFacts;
    readonly version: string;
  },
): void {
  mountPane(root, {
    workbook: excelWorkbook(),
    today,
    now,
    newId: idSource((count) => crypto.getRandomValues(new Uint8Array(count))),
    intents,
    facts: { platform: facts.platform, displayLanguage: facts.displayLanguage, version },
    preferences: officePreferences(),
  });
}
