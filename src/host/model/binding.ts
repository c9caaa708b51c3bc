/** A place in the workbook an add-in has given an id of its own. Cells are kept as a formula, so that they follow moves. */
export type Binding =
  | { readonly id: string; readonly type: "Range" | "Text"; formula: string }
  | { readonly id: string; readonly type: "Table"; readonly tableId: number };
