import { createIntents } from "./app/intents";
import { fetched } from "./app/later";
import { registerCommands } from "./commands/register";
import { dayOf, type Day } from "./domain/day";
import type { Moment } from "./domain/moment";
import { associateCommand, hasSharedRuntime, officeReady, showPane } from "./excel/office-host";
import { registerFunctions } from "./functions/register";
import { showBoot } from "./taskpane/boot";
import { showNotFetched } from "./taskpane/not-fetched";
import { languageOf } from "./taskpane/words/language";

/** The package's version, put in by the build. */
declare const keepsheetVersion: string;

/**
 * The composition root: one long-lived runtime for cells, ribbon and pane. Cell functions come first and wait for
 * nothing; the pane and all that reads or writes the workbook is fetched afterwards.
 */

/** Day and time of this computer, where the person sits. The add-in's only clock. */
function now(): Moment {
  const shown = new Date();
  const day = dayOf(shown.getFullYear(), shown.getMonth() + 1, shown.getDate());
  if (!day.ok) throw new Error(`the clock shows no day: ${shown.toISOString()}`);
  return { day: day.value, minute: shown.getHours() * 60 + shown.getMinutes() };
}

function today(): Day {
  return now().day;
}

// An iPad has no cell functions, and there the name does not exist.
if (typeof CustomFunctions !== "undefined") registerFunctions(today);

async function start(): Promise<void> {
  const root = document.getElementById("pane");
  if (root === null) throw new Error("the page has no element for the pane");
  showBoot(0.3);
  // The pane's code arrives while Office gets ready.
  let pane = fetchPane();
  const facts = await officeReady();
  if (!facts.inExcel) {
    root.replaceChildren();
    return;
  }
  showBoot(0.6);
  const intents = createIntents();
  if (hasSharedRuntime()) {
    const show = async (): Promise<void> => {
      await showPane();
    };
    registerCommands({ associate: associateCommand, showPane: show }, intents);
  }
  const open = async (): Promise<void> => {
    const part = await pane;
    if (part.ok) {
      showBoot(0.9);
      part.value.openPane(root, { intents, today, now, facts, version: keepsheetVersion });
      return;
    }
    showNotFetched(root, languageOf("auto", facts.displayLanguage), () => {
      pane = fetchPane();
      void open();
    });
  };
  await open();
}

function fetchPane() {
  return fetched(() => import(/* webpackChunkName: "pane" */ "./open-pane"));
}

void start();
