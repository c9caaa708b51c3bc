import { createIntents } from "./app/intents";
import { startDay } from "./app/start-day";
import { registerCommands } from "./commands/register";
import { dayOf, type Day } from "./domain/day";
import { excelWorkbook } from "./excel/excel-workbook";
import {
  associateCommand,
  hasSharedRuntime,
  officePreferences,
  officeReady,
  showPane,
} from "./excel/office-host";
import { registerFunctions } from "./functions/register";
import { idSource } from "./tables/ids";

/** The package's version, put in by the build. */
declare const keepsheetVersion: string;

/**
 * The composition root: one long-lived runtime for cells, ribbon and pane. Cell functions come first and wait for
 * nothing; the pane's code is loaded once everything else is ready.
 */

/** The calendar day of this computer, where the person sits. The add-in's only clock. */
function today(): Day {
  const now = new Date();
  const day = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (!day.ok) throw new Error(`the clock shows no day: ${now.toISOString()}`);
  return day.value;
}

// An iPad has no cell functions, and there the name does not exist.
if (typeof CustomFunctions !== "undefined") registerFunctions(today);

async function start(): Promise<void> {
  const facts = await officeReady();
  if (!facts.inExcel) return;
  const workbook = excelWorkbook();
  const intents = createIntents();
  if (hasSharedRuntime()) {
    const show = async (): Promise<void> => {
      await showPane();
    };
    registerCommands({ associate: associateCommand, showPane: show }, intents);
  }
  const root = document.getElementById("pane");
  if (root === null) throw new Error("the page has no element for the pane");
  // The pane's code arrives while the day is started.
  const pane = import(/* webpackChunkName: "pane" */ "./taskpane/mount");
  // What may stand in the way (a cell being edited, a read-only file) is said by the pane when it opens Today.
  await startDay(workbook, today());
  const { mountPane } = await pane;
  mountPane(root, {
    workbook,
    today,
    newId: idSource((count) => crypto.getRandomValues(new Uint8Array(count))),
    intents,
    facts: {
      platform: facts.platform,
      displayLanguage: facts.displayLanguage,
      version: keepsheetVersion,
    },
    preferences: officePreferences(),
  });
}

void start();
