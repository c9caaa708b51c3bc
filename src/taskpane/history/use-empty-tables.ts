import { useEffect, useState } from "react";
import { emptyTables } from "../../app/deeds/emptied";
import type { WorkbookFacts } from "../../app/workbook/facts";
import type { TableId } from "../../tables/schema";
import { usePane } from "../state/use-pane";

const none: ReadonlySet<TableId> = new Set();

/** Tables made for something that hold nothing now; none until that is known, or where it cannot be read. */
export function useEmptyTables(facts: WorkbookFacts): ReadonlySet<TableId> {
  const { workbook } = usePane().services;
  const [empty, setEmpty] = useState(none);
  useEffect(() => {
    let current = true;
    void emptyTables(workbook, facts).then((found) => {
      if (current) setEmpty(found.ok ? found.value : none);
    });
    return () => {
      current = false;
    };
  }, [workbook, facts]);
  return empty;
}
