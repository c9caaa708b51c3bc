import { useState } from "react";
import type { CellPlace } from "../../app/workbook/places";
import { usePane } from "../state/use-pane";
import type { PaneFailure } from "../words/failure-words";

/** Goes to a cell in the sheet; says why where it cannot. */
export function useGoToCell(): {
  readonly goTo: (place: CellPlace) => Promise<void>;
  readonly failure: PaneFailure | null;
} {
  const pane = usePane();
  const [failure, setFailure] = useState<PaneFailure | null>(null);
  return {
    failure,
    async goTo({ table, id, row, column }) {
      const selected = await pane.services.workbook.selectCell({ table, id, row, column });
      setFailure(selected.ok ? null : selected.error);
    },
  };
}
