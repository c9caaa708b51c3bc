import type { PaneFailure } from "../../src/taskpane/words/failure-words";
import { addFailureWords, failureText } from "../../src/taskpane/words/failure-text";
import { laterFailures } from "../../src/taskpane/words/later-failures";
import { languageOf, readLanguageChoice } from "../../src/taskpane/words/language";
import { duplicatesWords, newCustomerWords } from "../../src/taskpane/words/duplicates";
import { fieldsWords, upgradeWords } from "../../src/taskpane/words/fields";
import { healthWords } from "../../src/taskpane/words/health";
import { historyWords } from "../../src/taskpane/words/history";
import { importWords } from "../../src/taskpane/words/import";
import { repairWords } from "../../src/taskpane/words/repair";
import { setUpWords } from "../../src/taskpane/words/set-up";
import { settingsWords } from "../../src/taskpane/words/settings";
import { shareWords } from "../../src/taskpane/words/share";
import { wordChoiceWords } from "../../src/taskpane/words/word-choice";
import { words } from "../../src/taskpane/words/words";
import type { Language } from "../../src/tables/schema";
import { day } from "../../src/domain/day";

addFailureWords(laterFailures);

const asOf = day("2026-11-22");
const chinese = /\p{Script=Han}/u;

/** What the pane says at once, and what comes with its views. */
const everything = (language: Language) => ({
  ...words[language],
  setUp: setUpWords[language],
  help: settingsWords[language],
  imports: importWords[language],
  duplicates: duplicatesWords[language],
  newCustomer: newCustomerWords[language],
  health: healthWords[language],
  history: historyWords[language],
  fields: fieldsWords[language],
  upgrade: upgradeWords[language],
  share: shareWords[language],
  wordChoice: wordChoiceWords[language],
  repair: repairWords[language],
});

/** Every text of a language by its path; functions are called with stand-ins for their facts. */
function textsOf(node: unknown, path: string): readonly (readonly [path: string, text: string])[] {
  if (typeof node === "string") return [[path, node]];
  if (node === null) return [];
  if (typeof node === "function") {
    if (path.startsWith("failure.")) return [];
    const facts = path === "why.graded" ? ["A", { amount: 2, unit: "day" }] : [3, 7, 9];
    return [[path, (node as (...facts: unknown[]) => string)(...facts)]];
  }
  return Object.entries(node as object).flatMap(([key, value]) =>
    textsOf(value, path === "" ? key : `${path}.${key}`),
  );
}

/** Said alike in both languages on purpose. */
const sameInBoth =
  /^(log\.saveKeys|log\.chip\.|help\.languageChoice\.(zh|en)|help\.keyList|imports\.encodingName\.|health\.becomes|history\.place)/u;

describe("the pane's words", () => {
  const zh = new Map(textsOf(everything("zh"), ""));
  const en = new Map(textsOf(everything("en"), ""));

  it("has the same texts in both languages, none of them empty", () => {
    expect([...en.keys()]).toEqual([...zh.keys()]);
    for (const text of [...zh.values(), ...en.values()]) expect(text.trim()).not.toBe("");
  });

  it("leaves no text untranslated", () => {
    const alike = [...zh].filter(([path, text]) => en.get(path) === text && !sameInBoth.test(path));
    expect(alike).toEqual([]);
  });

  it("speaks English without Chinese characters, except for names", () => {
    const named = /^(help\.(language|languageChoice\.zh|version))$/u;
    const mixed = [...en].filter(([path, text]) => chinese.test(text) && !named.test(path));
    expect(mixed).toEqual([]);
  });

  it("counts as English does", () => {
    expect(words.en.why.overdue(1)).toBe("1 day overdue");
    expect(words.en.why.overdue(2)).toBe("2 days overdue");
    expect(words.en.today.customers(1)).toBe("1 customer");
    expect(words.en.today.customers(12345)).toBe("12,345 customers");
    expect(words.en.log.distance(1)).toBe("tomorrow");
    expect(words.en.log.distance(-1)).toBe("1 day ago");
    expect(words.zh.log.distance(0)).toBe("今天");
  });
});

describe("the language spoken", () => {
  it.each([
    ["auto", "zh-CN", "zh"],
    ["auto", "zh-TW", "zh"],
    ["auto", "en-US", "en"],
    ["auto", "de-DE", "en"],
    ["en", "zh-CN", "en"],
    ["zh", "en-US", "zh"],
  ] as const)("is, chosen %s with Excel in %s, %s", (choice, display, expected) => {
    expect(languageOf(choice, display)).toBe(expected);
  });

  it("takes an unknown stored choice for auto", () => {
    expect(readLanguageChoice("fr")).toBe("auto");
    expect(readLanguageChoice(null)).toBe("auto");
    expect(readLanguageChoice("en")).toBe("en");
  });
});

/** One failure of every code there is; a new code makes this list incomplete and thereby a type error. */
const failures: { readonly [Code in PaneFailure["code"]]: Extract<PaneFailure, { code: Code }> } = {
  "not-set-up": { code: "not-set-up" },
  "record-gone": { code: "record-gone", found: 7, count: 9 },
  "newer-version": { code: "newer-version", found: 7 },
  "older-version": { code: "older-version", found: 1 },
  "already-upgraded": { code: "already-upgraded" },
  "header-changed": { code: "header-changed", column: "own:x", found: "Y9" },
  "header-taken": { code: "header-taken", header: "Y9" },
  "column-filled": { code: "column-filled", header: "Y9" },
  "nothing-to-translate": { code: "nothing-to-translate" },
  "header-blank": { code: "header-blank" },
  "header-too-long": { code: "header-too-long", limit: 255 },
  "too-few-choices": { code: "too-few-choices" },
  "choice-twice": { code: "choice-twice", word: "Y9" },
  "choice-with-comma": { code: "choice-with-comma", word: "Y9" },
  "choice-as-formula": { code: "choice-as-formula", word: "Y9" },
  "choices-too-long": { code: "choices-too-long", limit: 255 },
  "field-unreadable": { code: "field-unreadable", column: "own:x", header: "Y9", found: "Z9" },
  "already-set-up": { code: "already-set-up" },
  "read-only": { code: "read-only" },
  protected: { code: "protected", sheet: "Sheet9" },
  "busy-editing": { code: "busy-editing" },
  "table-missing": { code: "table-missing", table: "followUps" },
  "column-missing": { code: "column-missing", table: "customers", column: "expectedClose" },
  "too-large": { code: "too-large" },
  "not-supported": { code: "not-supported", requirement: "ExcelApi 1.13" },
  "no-selection": { code: "no-selection" },
  "not-fetched": { code: "not-fetched" },
  host: { code: "host", hostCode: "GeneralException", message: "m" },
  conflict: {
    code: "conflict",
    conflicts: [
      { table: "customers", id: "C1", column: "demand", expected: "潜在", found: "目标" },
    ],
  },
  "row-missing": { code: "row-missing", table: "customers", id: "C123" },
  "id-taken": { code: "id-taken", table: "followUps", id: "F123" },
  "no-room-below": {
    code: "no-room-below",
    table: "followUps",
    sheet: "Sheet9",
    address: "A20:C20",
  },
  "sheet-full": { code: "sheet-full", table: "followUps", sheet: "Sheet9", count: 3 },
  "no-room": { code: "no-room", sheet: "Sheet9", address: "H1" },
  "half-written": { code: "half-written", restored: false, cause: { code: "busy-editing" } },
  "nothing-to-take-back": { code: "nothing-to-take-back" },
  "changed-since-deed": { code: "changed-since-deed", columns: ["lastFollowUp"] },
  "deed-gone": { code: "deed-gone" },
  "structure-in-use": { code: "structure-in-use" },
  cancelled: { code: "cancelled" },
  "partly-applied": {
    code: "partly-applied",
    applied: [],
    cause: { code: "cancelled" },
    because: { code: "busy-editing" },
  },
  "half-done": {
    code: "half-done",
    words: true,
    tables: ["followUps"],
    cause: { code: "protected", sheet: "Sheet9" },
  },
  "nothing-to-import": { code: "nothing-to-import", name: "x.csv" },
  "imports-itself": { code: "imports-itself", sheet: "Sheet9" },
  "no-key": { code: "no-key" },
  "own-formula": { code: "own-formula", header: "N9", cell: "B9" },
  "not-a-workbook": { code: "not-a-workbook", name: "x9.xlsx" },
  "password-protected": { code: "password-protected", name: "x9.xlsx" },
  "other-format": { code: "other-format", name: "x9.xls", format: "xls" },
  "damaged-file": { code: "damaged-file", name: "x9.xlsx", as: "cut-off", at: "" },
  "file-too-large": { code: "file-too-large", name: "x9.xlsx", of: "cells", limit: 9 },
  "rows-without-id": { code: "rows-without-id", table: "contracts", count: 2 },
  "merge-too-large": { code: "merge-too-large", limit: 32767 },
  "name-blank": { code: "name-blank" },
  "field-too-long": { code: "field-too-long", column: "contact", limit: 32767 },
  "not-a-credit-code": { code: "not-a-credit-code", found: "9", because: "length" },
  filtered: { code: "filtered", table: "customers" },
  "changed-meanwhile": { code: "changed-meanwhile", table: "customers" },
  "at-work-elsewhere": { code: "at-work-elsewhere" },
  "nothing-to-share": { code: "nothing-to-share" },
  "changed-since-shown": { code: "changed-since-shown" },
  "customer-missing": { code: "customer-missing", id: "C1" },
  "not-identified": { code: "not-identified", row: 4 },
  "in-the-future": { code: "in-the-future", day: day("2026-11-23"), asOf },
  "agreed-before-follow-up": {
    code: "agreed-before-follow-up",
    agreedDay: day("2026-11-20"),
    day: asOf,
  },
  "too-long": { code: "too-long", field: "said", limit: 32767 },
  "name-unmapped": { code: "name-unmapped" },
  "mapped-twice": { code: "mapped-twice", header: "H9", columns: ["name", "owner"] },
  "amount-unit": {
    code: "amount-unit",
    column: "potentialAmount",
    header: "H9",
    unit: 10_000,
  },
  "total-row": { code: "total-row", sheet: "Sheet9", row: 88, found: "SUM" },
  "merged-cells": { code: "merged-cells", sheet: "Sheet9", addresses: ["B3:B4"] },
  "no-header-row": { code: "no-header-row", sheet: "Sheet9", address: "A1:F5" },
  "duplicate-id": {
    code: "duplicate-id",
    header: "H9",
    ids: [{ id: "K1", rows: [3, 9] }],
    count: 1,
  },
  "formula-in-written-column": {
    code: "formula-in-written-column",
    column: "lastFollowUp",
    header: "H9",
    cell: "G7",
  },
};

describe("a failure's words", () => {
  it.each(Object.values(failures))("say what happened and what to do: $code", (failure) => {
    for (const language of ["zh", "en"] as const) {
      const { what, remedy } = failureText(failure, asOf, language);
      expect(what.length).toBeGreaterThan(4);
      expect(remedy.length).toBeGreaterThan(4);
      expect(`${what} ${remedy}`).not.toMatch(/undefined|\[object|null|NaN/u);
    }
    expect(failureText(failure, asOf, "zh").what).toMatch(chinese);
    expect(failureText(failure, asOf, "en").what).not.toMatch(chinese);
  });

  it.each([
    ["protected", ["Sheet9"]],
    ["no-room-below", ["Sheet9", "A20:C20"]],
    ["sheet-full", ["Sheet9", "3"]],
    ["no-room", ["Sheet9", "H1"]],
    ["merged-cells", ["Sheet9", "B3:B4"]],
    ["no-header-row", ["Sheet9", "A1:F5"]],
    ["duplicate-id", ["H9", "K1", "3", "9"]],
    ["formula-in-written-column", ["H9", "G7"]],
    ["row-missing", ["C123"]],
    ["total-row", ["Sheet9", "88", "SUM"]],
  ] as const)("name the place of %s", (code, places) => {
    for (const language of ["zh", "en"] as const)
      for (const place of places)
        expect(failureText(failures[code], asOf, language).what).toContain(place);
  });

  it("names columns and tables as people know them", () => {
    expect(failureText(failures["column-missing"], asOf, "zh").what).toContain("预计成交日");
    expect(failureText(failures["column-missing"], asOf, "en").what).toContain("Expected close");
    expect(failureText(failures["table-missing"], asOf, "zh").what).toContain("跟进记录");
  });

  it("says whether a half-written change was put back, and why it failed", () => {
    const cause = { code: "busy-editing" } as const;
    const restored = failureText({ code: "half-written", restored: true, cause }, asOf, "en");
    const left = failureText(failures["half-written"], asOf, "en");
    expect(restored.what).toContain("put back");
    expect(left.what).toContain("may have been written");
    expect(left.what).toContain("A cell is being edited");
  });

  it("[F6] names both days of a follow-up in the future", () => {
    const { what } = failureText(failures["in-the-future"], asOf, "en");
    expect(what).toContain("Mon, 23 Nov");
    expect(what).toContain("Sun, 22 Nov");
  });
});
