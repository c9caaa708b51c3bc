import type { Intents } from "./app/intents";
import { fetchAhead } from "./app/later";
import type { Day } from "./domain/day";
import type { Moment } from "./domain/moment";
import { excelWorkbook } from "./excel/excel-workbook";
import { laterParts } from "./excel/later-parts";
import { officePreferences, type HostFacts } from "./excel/office-host";
import { idSource } from "./tables/ids";
import { laterViews } from "./taskpane/later-views";
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
  const { answered } = mountPane(root, {
    workbook: excelWorkbook(),
    today,
    now,
    newId: idSource((count) => crypto.getRandomValues(new Uint8Array(count))),
    intents,
    facts: { platform: facts.platform, displayLanguage: facts.displayLanguage, version },
    preferences: officePreferences(),
  });
  // The first click should not wait for the network. What cannot be fetched now is told of when it is wanted.
  void answered.then(() => fetchAhead([...Object.values(laterParts), ...laterViews], idle));
}

const pauseMilliseconds = 200;

/** When the page has nothing better to do; Safari's engine cannot tell, there it is soon. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => resolve());
    else setTimeout(resolve, pauseMilliseconds);
  });
}
