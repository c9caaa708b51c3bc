import type { Finding } from "../../app/repair/finding";
import type { Language } from "../../tables/schema";
import { settingRows } from "../../tables/specs/setting-rows";
import { columnTitle, tableTitle } from "../words/failure-text";
import { repairWords } from "../words/repair";
import { words } from "../words/words";

/** What was found and what putting it right would do, in the language asked for. */
export function findingText(
  finding: Finding,
  language: Language,
): { readonly what: string; readonly hint: string } {
  const say = repairWords[language];
  const { list } = words[language];
  switch (finding.kind) {
    case "tables": {
      const tables = finding.tables.map((table) => tableTitle(table, language));
      return { what: say.tables(tables.join(list)), hint: say.tablesHint };
    }
    case "settings": {
      const titles = finding.rows.map(({ cells }) => {
        const row = settingRows.find(({ id }) => id === cells["id"]);
        return `${row?.title[language] ?? ""} ${row?.item?.[language] ?? ""}`.trim();
      });
      return { what: say.settings(titles.join(list)), hint: say.settingsHint };
    }
    case "below":
      return {
        what: say.below(tableTitle(finding.table, language), finding.rows),
        hint: say.belowHint,
      };
    case "columns": {
      const { table } = finding;
      const titles = finding.columns.map((column) => columnTitle(column, language, table));
      return {
        what: say.columns(tableTitle(table, language), titles.join(list)),
        hint: say.columnsHint,
      };
    }
    case "names":
      return {
        what: say.names(finding.names.map(({ name }) => name).join(list)),
        hint: say.namesHint,
      };
    case "formulas": {
      const { header, fault, count, customers } = finding.cells;
      const some = customers.join(list);
      return {
        what: say.fault[fault](header, count),
        hint: say.faultHint[fault](count > customers.length ? `${some}…` : some),
      };
    }
    case "readings":
      return { what: say.readings, hint: say.readingsHint };
    case "leftovers":
      return { what: say.leftovers, hint: say.leftoversHint };
    case "own-values":
      return { what: say.ownValues, hint: say.ownValuesHint };
    case "highlight":
      return { what: say.highlight(finding.found, finding.whole), hint: say.highlightHint };
    case "widths": {
      const titles = finding.narrow.map(({ table, column }) => {
        const title = columnTitle(column, language, table);
        return table === "customers" ? title : `${tableTitle(table, language)} · ${title}`;
      });
      return { what: say.widths(titles.join(list)), hint: say.widthsHint };
    }
    case "lists": {
      const titles = finding.lists.map(({ table, column }) => columnTitle(column, language, table));
      return { what: say.lists(titles.join(list)), hint: say.listsHint };
    }
  }
}
