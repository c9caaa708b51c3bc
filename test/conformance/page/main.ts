/// <reference types="webpack/module" />
import { startExcel } from "./excel-here";
import { Suite, type Outcome } from "./suite";

/**
 * The conformance page: runs test/conformance against the Excel it is opened in, and records what that Excel answers.
 * It writes into sheets of its own (Trial1, Trial2 …), so open it in an empty workbook.
 */
const files = import.meta.webpackContext("..", {
  recursive: false,
  regExp: /\.test\.ts$/,
  mode: "lazy-once",
});

async function start(): Promise<void> {
  const say = (text: string): void => {
    find("[data-progress]").textContent = text;
  };
  await startExcel();
  const suite = new Suite();
  suite.install();
  for (const file of files.keys()) await suite.collect(file, () => files(file) as Promise<unknown>);

  let done = 0;
  const failures = find("[data-failures]");
  const outcomes = await suite.run((outcome) => {
    done += 1;
    say(`${done} / ${suite.size}: ${outcome.test}`);
    if (!outcome.passed) failures.append(lineOf(outcome));
  });

  const failed = outcomes.filter(({ passed }) => !passed).length;
  say(`${outcomes.length - failed} passed, ${failed} failed`);
  const record = find("[data-record]");
  if (!(record instanceof HTMLTextAreaElement)) throw new Error("the record is no text box");
  const { platform, version } = Office.context.diagnostics;
  record.value = JSON.stringify({ platform, version, outcomes }, null, 1);
  record.hidden = false;
  record.select();
  document.documentElement.dataset["done"] = String(failed);
}

function lineOf({ file, test, complaint }: Outcome): HTMLElement {
  const line = document.createElement("li");
  const title = document.createElement("strong");
  title.textContent = `${file} ${test}`;
  const text = document.createElement("pre");
  text.textContent = complaint;
  line.append(title, text);
  return line;
}

function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`the page has no ${selector}`);
  return found;
}

start().catch((reason: unknown) => {
  find("[data-progress]").textContent = String(reason);
  document.documentElement.dataset["done"] = "broken";
});
