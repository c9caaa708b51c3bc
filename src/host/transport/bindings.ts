import type { BindingEvent, BindingFacts } from "../edit/bound-places";

/** Table, text and matrix (a range) by the numbers of the desktop and of the web, which differ. */
const desktopTypes = { Text: 0, Range: 1, Table: 2 } as const;
const webTypes = { Table: 1, Text: 2, Range: 3 } as const;

/** Nested lists as the desktop reads them: id, type and [rows, columns, headings]. */
type Nested = readonly (string | number | boolean | Nested)[];

function desktopBinding({ id, type, rows, columns, hasHeaders }: BindingFacts): Nested {
  return [id, desktopTypes[type], [rows, columns, hasHeaders]];
}

/** An event's payload on the desktop: the binding, and what is selected in it as [first row, column], [rows, columns]. */
export function desktopEvent({ binding, selected }: BindingEvent): Nested {
  if (selected === null) return desktopBinding(binding);
  const { startRow, startColumn, rowCount, columnCount } = selected;
  return [
    desktopBinding(binding),
    [
      [startRow, startColumn],
      [rowCount, columnCount],
    ],
  ];
}

function webBinding({ id, type, rows, columns, hasHeaders }: BindingFacts): object {
  return {
    Name: id,
    BindingType: webTypes[type],
    RowCount: rows,
    ColCount: columns,
    HasHeaders: hasHeaders,
  };
}

/** An event on the web: the name it was registered by, and its payload. */
export function webEvent({ binding, selected }: BindingEvent): {
  readonly name: string;
  readonly data: object;
} {
  const ddaBinding = webBinding(binding);
  if (selected === null) return { name: `${binding.id}_bindingDataChanged`, data: { ddaBinding } };
  return { name: `${binding.id}_bindingSelectionChanged`, data: { ddaBinding, subset: selected } };
}
