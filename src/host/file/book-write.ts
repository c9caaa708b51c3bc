import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { calculationSettingsText } from "./calculation-settings";
import { formulaInFile } from "./formula-text";
import { inUsualKind, rootAttributes } from "./namespaces";
import { printNames } from "./print-names";
import { bookProtectionText } from "./protection";
import { unmodelledAttributes } from "./unmodelled";
import { attributesText, escapeXml, xmlHeader } from "./xml";

/**
 * The workbook part: its sheets, names and settings (ECMA-376 part 1, 18.2).
 *
 * @param linkOf - the id of the relationship that leads to a sheet's part, by the sheet's place
 */
export function bookText(workbook: Workbook, linkOf: (place: number) => string): string {
  const { sheets, kept } = workbook;
  const active = Math.max(
    0,
    sheets.findIndex((sheet) => sheet.id === workbook.activeSheetId),
  );
  const taken = new Set(sheets.map(({ id }) => kept?.sheets.get(id)?.sheetId));
  let free = 1;
  const numberOf = (sheet: Sheet): number => {
    const known = kept?.sheets.get(sheet.id)?.sheetId;
    if (known !== undefined) return known;
    while (taken.has(free)) free++;
    return free++;
  };
  const listed = sheets.map((sheet, index) => {
    const id = linkOf(index);
    const state =
      sheet.visibility === "Visible"
        ? undefined
        : sheet.visibility === "Hidden"
          ? "hidden"
          : "veryHidden";
    return `<sheet${attributesText({ name: sheet.name, sheetId: numberOf(sheet), state, "r:id": id })}/>`;
  });
  const fragment = (name: string): string =>
    inUsualKind((kept?.fragments.get(name) ?? []).join(""));
  const fragments = (names: string): string => names.split(" ").map(fragment).join("");
  const extensions = fragment("ext");
  const attributes = (name: string): Readonly<Record<string, string>> =>
    kept?.attributes.get(name) ?? {};
  const { firstSheet: first } = attributes("workbookView");
  return (
    `${xmlHeader}<workbook${rootAttributes(kept?.rootAttributes)}>` +
    fragments("fileSharing") +
    `<workbookPr${attributesText({ ...attributes("workbookPr"), date1904: workbook.date1904 })}/>` +
    bookProtectionText(workbook.protection, attributes("workbookProtection")) +
    `<bookViews><workbookView${attributesText({
      ...attributes("workbookView"),
      firstSheet: Number(first) < sheets.length ? first : undefined,
      activeTab: active === 0 ? undefined : active,
    })}/>${fragment("workbookView")}</bookViews>` +
    `<sheets>${listed.join("")}</sheets>` +
    fragments("functionGroups externalReferences") +
    namesText(workbook) +
    calculationSettingsText(workbook, attributes("calcPr")) +
    fragments(
      "oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects",
    ) +
    (extensions === "" ? "" : `<extLst>${extensions}</extLst>`) +
    "</workbook>"
  );
}

function namesText({ sheets, names }: Workbook): string {
  const items = names.flatMap((name) => {
    const place = sheets.findIndex((sheet) => sheet.id === name.sheetId);
    if (name.sheetId !== null && place < 0) return [];
    const { name: called, comment, visible, formula } = name;
    const more = unmodelledAttributes(name, "definedName");
    return [nameText({ name: called, comment, hidden: !visible, formula, more }, place)];
  });
  const printed = sheets.flatMap((sheet, place) =>
    printNames(sheet).map((name) => nameText({ ...name, formula: `=${name.formula}` }, place)),
  );
  const all = [...items, ...printed];
  return all.length === 0 ? "" : `<definedNames>${all.join("")}</definedNames>`;
}

/** @param place - the sheet whose name it is; below 0 for the workbook's */
function nameText(
  name: {
    readonly name: string;
    readonly formula: string;
    readonly hidden: boolean;
    readonly comment?: string;
    readonly more?: Readonly<Record<string, string>>;
  },
  place: number,
): string {
  return `<definedName${attributesText({
    name: name.name,
    comment: name.comment === "" ? undefined : name.comment,
    localSheetId: place < 0 ? undefined : place,
    hidden: name.hidden,
    ...name.more,
  })}>${escapeXml(formulaInFile(name.formula, null))}</definedName>`;
}
