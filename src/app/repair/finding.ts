import type { TableId } from "../../tables/schema";
import type { FaultyCells } from "./formulas";
import type { StructureFaults, StructureMending } from "./structure";

/** Something that is wrong with the workbook and can be put right by itself. */
export type Finding = { readonly id: string; readonly suggested: boolean } & (
  | { readonly kind: "tables"; readonly tables: readonly TableId[] }
  | { readonly kind: "settings"; readonly rows: StructureMending["rows"] }
  | ({ readonly kind: "below" } & StructureFaults["below"][number])
  | { readonly kind: "columns"; readonly table: TableId; readonly columns: readonly string[] }
  | { readonly kind: "names"; readonly names: StructureFaults["names"] }
  | { readonly kind: "formulas"; readonly cells: FaultyCells }
  | { readonly kind: "readings" }
  | { readonly kind: "leftovers" }
  /** Formulas of people's own that are still values, because their sheet was filtered or protected. */
  | { readonly kind: "own-values" }
  | ({ readonly kind: "highlight" } & StructureFaults["highlight"])
  | { readonly kind: "widths"; readonly narrow: StructureFaults["narrow"] }
  | { readonly kind: "lists"; readonly lists: StructureFaults["lists"] }
);
