import { areaAddress, cellAddress } from "../../../src/host/model/address";
import type { Workbook } from "../../../src/host/model/workbook";
import { defaultStyle } from "../../../src/host/model/style";

/** Everything a person has in a workbook, as plain data that two workbooks can be compared by. */
export function described(workbook: Workbook): unknown {
  const { names, settings, xmlParts, properties, date1904, calculationMode, selection } = workbook;
  const { styles, protection, iterativeCalculation } = workbook;
  return {
    styles: Object.fromEntries(styles),
    protection,
    iterativeCalculation,
    names: names.map((name) => ({ ...name, sheetId: sheetName(workbook, name.sheetId) })),
    settings: Object.fromEntries(settings),
    xmlParts: Object.fromEntries(xmlParts),
    properties: Object.fromEntries([...properties].filter(([, value]) => value !== null)),
    date1904,
    calculationMode,
    active: sheetName(workbook, workbook.activeSheetId),
    selection:
      selection === null ? null : { ...selection, sheetId: sheetName(workbook, selection.sheetId) },
    sheets: workbook.sheets.map((sheet) => {
      const { cells, id, ...members } = sheet;
      const used = cells.usedArea(false);
      const listed: Record<string, unknown> = {};
      for (let row = used?.top ?? 0; used !== null && row <= used.bottom; row++) {
        for (let column = used.left; column <= used.right; column++) {
          const formula = cells.formula(row, column);
          const style = cells.style(row, column);
          const value = cells.value(row, column);
          if (value === null && formula === undefined && style === defaultStyle) continue;
          listed[cellAddress(row, column)] = {
            ...(value === null ? {} : { value }),
            ...(formula === undefined
              ? {}
              : { formula: { ...formula, spill: formula.spill && areaAddress(formula.spill) } }),
            ...(style === defaultStyle ? {} : { style }),
          };
        }
      }
      return {
        ...members,
        notes: sheet.notes.map(({ asRead: _, ...note }) => note),
        hyperlinks: [...sheet.hyperlinks].sort(
          (one, other) => one.column - other.column || one.row - other.row,
        ),
        tables: sheet.tables.map(({ sheetId, ...table }) => ({ ...table, own: sheetId === id })),
        conditionalFormats: sheet.conditionalFormats.map(
          ({ id: _, asRead: __, ...format }) => format,
        ),
        cells: listed,
      };
    }),
  };
}

function sheetName(workbook: Workbook, id: string | null): string | null {
  return id === null ? null : (workbook.sheetById(id)?.name ?? null);
}
