import { sortTable } from "../edit/sort";
import { ApiObject } from "../protocol/api-object";
import { optionalTruth } from "./arguments";
import { sortFields } from "./range-sort";
import { tableOf, type Session } from "./session";

/** https://learn.microsoft.com/javascript/api/excel/excel.tablesort */
export class TableSort extends ApiObject {
  readonly className = "TableSort";

  constructor(
    readonly session: Session,
    readonly tableId: number,
  ) {
    super();
  }

  /** #fields */
  get fields(): unknown {
    const { table } = tableOf(this.session, this.tableId);
    return table.sort.map(({ key, ascending, color }) =>
      color === undefined
        ? { key, ascending }
        : { key, ascending, sortOn: color.of, color: color.color },
    );
  }

  /** #matchCase */
  get matchCase(): boolean {
    return tableOf(this.session, this.tableId).table.sortMatchesCase ?? false;
  }

  /** #method: Chinese characters are put in the order of their pronunciation */
  get method(): string {
    return "PinYin";
  }

  /** #apply */
  apply(fields: unknown, matchCase?: unknown): void {
    this.session.upToDate();
    const { sheet, table } = tableOf(this.session, this.tableId);
    sortTable(
      this.session.workspace,
      sheet,
      table,
      sortFields(fields, table.columns.length),
      optionalTruth(matchCase, "matchCase", false),
    );
  }

  /** #clear: forgets the order; rows stay where they are */
  clear(): void {
    const { sheet, table } = tableOf(this.session, this.tableId);
    this.session.workspace.history.layers(sheet);
    table.sort = [];
  }

  /** #reapply */
  reapply(): void {
    const { sheet, table } = tableOf(this.session, this.tableId);
    if (table.sort.length > 0) sortTable(this.session.workspace, sheet, table, table.sort);
  }
}
