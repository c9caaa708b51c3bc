import type { Workbook } from "../model/workbook";
import { attributesText, isOn } from "./xml";

/** The calculation engine whose results this host takes as they stand: that of Excel 2019 and since. */
const currentEngine = 191029;

const modes = { Automatic: undefined, AutomaticExceptTables: "autoNoTable", Manual: "manual" };

/**
 * Reads how a workbook is calculated (`calcPr`, ECMA-376 part 1, 18.2.2).
 *
 * Like Excel, the host calculates a file anew when it is opened if an older engine calculated it last, or if the file asks
 * for it; otherwise its results stand until what they read changes.
 */
export function readCalculationSettings(
  workbook: Workbook,
  attributes: Readonly<Record<string, string>> = {},
): void {
  const { calcMode, calcId = 0, fullCalcOnLoad, iterate, iterateCount, iterateDelta } = attributes;
  if (calcMode === modes.Manual) workbook.calculationMode = "Manual";
  if (calcMode === modes.AutomaticExceptTables) workbook.calculationMode = "AutomaticExceptTables";
  workbook.resultsStand = Number(calcId) >= currentEngine && !isOn(fullCalcOnLoad);
  workbook.iterativeCalculation = {
    enabled: isOn(iterate),
    maxIteration: Number(iterateCount ?? 100),
    maxChange: Number(iterateDelta ?? 0.001),
  };
}

/** @param kept - the element's attributes as the opened file had them */
export function calculationSettingsText(
  { calculationMode, iterativeCalculation }: Workbook,
  kept: Readonly<Record<string, string>>,
): string {
  const { enabled, maxIteration, maxChange } = iterativeCalculation;
  return `<calcPr${attributesText({
    calcId: currentEngine,
    ...kept,
    calcMode: modes[calculationMode],
    iterate: enabled,
    // Programs differ in what they take for a change nobody has stated.
    iterateCount: maxIteration,
    iterateDelta: maxChange,
  })}/>`;
}
