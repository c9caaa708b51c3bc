import { areaAddress, parseArea } from "../model/address";
import type { EditableRange, Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { passwordAttributes, storedHash } from "./password";
import { attributesText, childrenNamed, isOn, type XmlElement } from "./xml";

/** The file's attribute (1 = forbidden) → the API's option (true = allowed). */
const options: Readonly<Record<string, string>> = {
  autoFilter: "allowAutoFilter",
  deleteColumns: "allowDeleteColumns",
  deleteRows: "allowDeleteRows",
  formatCells: "allowFormatCells",
  formatColumns: "allowFormatColumns",
  formatRows: "allowFormatRows",
  insertColumns: "allowInsertColumns",
  insertHyperlinks: "allowInsertHyperlinks",
  insertRows: "allowInsertRows",
  pivotTables: "allowPivotTables",
  sort: "allowSort",
};
const hashNames = ["password", "algorithmName", "hashValue", "saltValue", "spinCount"];

/** A sheet's protection, or, where it is off, what it last allowed. */
export function readProtection(
  element: XmlElement | undefined,
): Pick<Sheet, "protection" | "savedProtectionOptions"> {
  if (element === undefined) return { protection: null, savedProtectionOptions: null };
  const { attributes } = element;
  const read: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(options)) {
    read[option] = !isOn(attributes[name], true);
  }
  read.allowEditObjects = !isOn(attributes.objects);
  read.allowEditScenarios = !isOn(attributes.scenarios);
  read.selectionMode = isOn(attributes.selectUnlockedCells)
    ? "None"
    : isOn(attributes.selectLockedCells)
      ? "Unlocked"
      : "Normal";
  if (!isOn(attributes.sheet)) return { protection: null, savedProtectionOptions: read };
  const protection = { options: read, password: hashOf(attributes) };
  return { protection, savedProtectionOptions: null };
}

export function protectionText({
  protection,
  savedProtectionOptions,
}: Pick<Sheet, "protection" | "savedProtectionOptions">): string {
  const allowed = protection?.options ?? savedProtectionOptions;
  if (allowed === null) return "";
  const attributes: Record<string, string | undefined> = {
    ...passwordAttributes(protection?.password ?? null),
    sheet: protection === null ? undefined : "1",
    objects: allowed.allowEditObjects === true ? undefined : "1",
    scenarios: allowed.allowEditScenarios === true ? undefined : "1",
  };
  for (const [name, option] of Object.entries(options)) {
    if (allowed[option] === true) attributes[name] = "0";
  }
  if (allowed.selectionMode === "Unlocked" || allowed.selectionMode === "None") {
    attributes.selectLockedCells = "1";
  }
  if (allowed.selectionMode === "None") attributes.selectUnlockedCells = "1";
  return `<sheetProtection${attributesText(attributes)}/>`;
}

/** The ranges a protected sheet lets people change. ECMA-376 part 1, 18.3.1.68 */
export function readEditableRanges(element: XmlElement | undefined): EditableRange[] {
  return childrenNamed(element, "protectedRange").flatMap(({ attributes }) => {
    const areas = (attributes.sqref ?? "").split(" ").flatMap((one) => parseArea(one) ?? []);
    const title = attributes.name ?? "";
    if (title === "" || areas.length === 0) return [];
    return [{ title, areas, password: hashOf(attributes) }];
  });
}

export function editableRangesText(ranges: readonly EditableRange[]): string {
  if (ranges.length === 0) return "";
  const each = ranges.map(({ title, areas, password }) => {
    const sqref = areas.map(areaAddress).join(" ");
    const attributes = { ...passwordAttributes(password), sqref, name: title };
    return `<protectedRange${attributesText(attributes)}/>`;
  });
  return `<protectedRanges>${each.join("")}</protectedRanges>`;
}

function hashOf(attributes: XmlElement["attributes"]): string | null {
  const hash: Record<string, string> = {};
  for (const name of hashNames) {
    const value = attributes[name];
    if (value !== undefined) hash[name] = value;
  }
  return Object.keys(hash).length > 0 ? storedHash(hash) : null;
}

/** The file's attributes for the password of a workbook's structure → those of a sheet's. */
const bookHashNames: Readonly<Record<string, string>> = {
  workbookPassword: "password",
  workbookAlgorithmName: "algorithmName",
  workbookHashValue: "hashValue",
  workbookSaltValue: "saltValue",
  workbookSpinCount: "spinCount",
};

/** Null where sheets may be added, deleted, moved and renamed; windows that are locked are no concern of the host's. */
export function readBookProtection(element: XmlElement | undefined): Workbook["protection"] {
  if (element === undefined || !isOn(element.attributes.lockStructure)) return null;
  const hash: Record<string, string> = {};
  for (const [name, plain] of Object.entries(bookHashNames)) {
    const value = element.attributes[name];
    if (value !== undefined) hash[plain] = value;
  }
  return { password: Object.keys(hash).length > 0 ? storedHash(hash) : null };
}

/** @param kept - the opened file's attributes, of which those the model holds are written afresh */
export function bookProtectionText(
  protection: Workbook["protection"],
  kept: Readonly<Record<string, string>>,
): string {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(kept)) {
    if (name !== "lockStructure" && !(name in bookHashNames)) attributes[name] = value;
  }
  if (protection !== null) {
    const hash = passwordAttributes(protection.password);
    for (const [name, plain] of Object.entries(bookHashNames)) {
      const value = hash[plain];
      if (value !== undefined) attributes[name] = value;
    }
    attributes.lockStructure = "1";
  }
  const text = attributesText(attributes);
  return text === "" ? "" : `<workbookProtection${text}/>`;
}
