import type { KeptSheet } from "../model/kept";
import type { Sheet } from "../model/sheet";
import { conditionalExtension } from "./conditional-words";
import type { KeptKind } from "./failure";
import { relationshipKind } from "./package-read";
import { childNamed, childrenNamed, type XmlElement } from "./xml";

/** Children of the worksheet element that the model holds or that follow from it. */
const rebuilt = new Set(
  [
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetProtection protectedRanges mergeCells",
    "conditionalFormatting dataValidations legacyDrawing tableParts extLst",
    "autoFilter hyperlinks printOptions pageMargins pageSetup rowBreaks colBreaks customProperties",
  ].flatMap((names) => names.split(" ")),
);

const validationExtension = "{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}";

/** Elements to be written back as they are. Of the extensions only those the model does not hold are kept. */
export function keptFragments(root: XmlElement, source: string): Map<string, string[]> {
  const fragments = new Map<string, string[]>();
  const keep = (name: string, element: XmlElement): void => {
    fragments.set(name, [...(fragments.get(name) ?? []), source.slice(element.start, element.end)]);
  };
  for (const child of root.children) {
    if (!rebuilt.has(child.name)) keep(child.name, child);
    if (child.name !== "extLst") continue;
    for (const extension of child.children) {
      const { uri } = extension.attributes;
      if (uri?.toLowerCase() === conditionalExtension.toLowerCase()) continue;
      if (uri?.toLowerCase() === validationExtension.toLowerCase()) continue;
      keep("ext", extension);
    }
  }
  for (const child of childNamed(root, "sheetPr")?.children ?? []) {
    if (child.name !== "tabColor") keep(`sheetPr/${child.name}`, child);
  }
  return fragments;
}

const kindOfRelationship: Readonly<Record<string, KeptKind>> = {
  drawing: "chart-or-picture",
  image: "chart-or-picture",
  chart: "chart-or-picture",
  pivotTable: "pivot-table",
  slicer: "slicer",
  timeline: "slicer",
  threadedComment: "threaded-comment",
  queryTable: "query",
  oleObject: "other",
  package: "other",
  control: "form-control",
  ctrlProp: "form-control",
};

/** What of a sheet a person should know to be kept but neither shown nor moved along. */
export function keptKinds(kept: KeptSheet, controls: boolean): KeptKind[] {
  const kinds = new Set<KeptKind>(controls ? ["form-control"] : []);
  for (const relationship of kept.relationships) {
    const kind = kindOfRelationship[relationshipKind(relationship)];
    if (kind !== undefined) kinds.add(kind);
  }
  if (kept.drawing !== null && kept.drawing.anchors.length > 0) kinds.add("chart-or-picture");
  if (kept.fragments.get("ext")?.some((text) => text.includes("sparkline")) === true) {
    kinds.add("sparkline");
  }
  return [...kinds];
}

/** The sheet's first view as it stood, and those of further windows. */
export function keptView(root: XmlElement, source: string, { freeze }: Sheet): KeptSheet["view"] {
  const [view, ...further] = childNamed(root, "sheetViews")?.children ?? [];
  if (view === undefined) return null;
  const textOf = ({ start, end }: XmlElement): string => source.slice(start, end);
  const others = view.children.filter(({ name }) => name !== "pane" && name !== "selection");
  return {
    pane: childrenNamed(view, "pane").map(textOf).join(""),
    freeze,
    selections: childrenNamed(view, "selection").map(textOf),
    others: others.map(textOf).join(""),
    furtherViews: further
      .filter(({ name }) => name === "sheetView")
      .map(textOf)
      .join(""),
  };
}
