/** The preview's own icons, drawn on a 20 × 20 field with a 1.5 px line in the text colour. */

const drawings = {
  undo: "M7 5 3.5 8.5 7 12M4 8.5h7.5a4.5 4.5 0 0 1 0 9H9",
  redo: "M13 5l3.5 3.5L13 12M16 8.5H8.5a4.5 4.5 0 0 0 0 9H11",
  cut: "M5.5 12.5 14 3M14.5 12.5 6 3M5 12.7a2.2 2.2 0 1 0 .1 0zM15 12.7a2.2 2.2 0 1 0 .1 0z",
  copy: "M7 6.5h8.5v11H7zM4.5 13.5v-11H13",
  paste: "M6.5 4h-2v13.5h11V4h-2M7 2.5h6v3H7zM7.5 10h5M7.5 13h5",
  bold: "M6 4h5a3 3 0 0 1 0 6H6zM6 10h6a3 3 0 0 1 0 6H6z",
  italic: "M9 4h6M5 16h6M12 4 8 16",
  fill: "M9 3 3.5 8.5a1.5 1.5 0 0 0 0 2L7 14l7-6.5zM16 11.5c1 1.4 1.5 2.2 1.5 3a1.5 1.5 0 0 1-3 0c0-.8.5-1.6 1.5-3z",
  fontColor: "M6 13 10 3l4 10M7.3 9.7h5.4",
  alignLeft: "M3 5h14M3 8.5h8M3 12h14M3 15.5h8",
  alignCenter: "M3 5h14M6 8.5h8M3 12h14M6 15.5h8",
  alignRight: "M3 5h14M9 8.5h8M3 12h14M9 15.5h8",
  wrap: "M3 5h14M3 10h11a2.5 2.5 0 0 1 0 5h-3M12.5 13 10.5 15l2 2M3 15h4",
  insertRows: "M3 4h14v4H3zM3 12h6M3 16h6M14 11v6M11 14h6",
  deleteRows: "M3 4h14v4H3zM3 12h6M3 16h6M11.5 12l5 5M16.5 12l-5 5",
  insertColumns: "M4 3v14h4V3zM12 3v6M16 3v6M14 11v6M11 14h6",
  deleteColumns: "M4 3v14h4V3zM12 3v6M16 3v6M11.5 12l5 5M16.5 12l-5 5",
  sortUp: "M6 16V4M3 7l3-3 3 3M11.5 8.5 14 3l2.5 5.5M12.3 7h3.4M12 11.5h4.5L12 17h4.5",
  sortDown: "M6 4v12M3 13l3 3 3-3M12 3h4.5L12 8.5h4.5M11.5 17 14 11.5l2.5 5.5M12.3 15.5h3.4",
  filter: "M3 4h14l-5.5 6.5V16l-3-1.5v-4z",
  clearFilter: "M3 4h12l-4.5 6v5.5l-3-1.5v-4zM13 12l4.5 4.5M17.5 12 13 16.5",
  freeze: "M3 3.5h14v13H3zM3 8h14M8 3.5v13",
  open: "M3 16.5v-12h5l1.5 2H16v3M3 16.5 5.5 9.5h12l-2.5 7z",
  save: "M4 3.5h10l2.5 2.5v10.5H4zM7 3.5v4h6v-4M7 16.5v-5h6v5",
  pane: "M3 4h14v12H3zM12 4v12",
  close: "M5 5l10 10M15 5 5 15",
  add: "M10 4v12M4 10h12",
  down: "M6 8l4 4 4-4",
  underline: "M6 3.5v6a4 4 0 0 0 8 0v-6M5 16.5h10",
  borders: "M3.5 3.5h13v13h-13zM10 3.5v13M3.5 10h13",
  merge: "M3 4h14v12H3zM3 10h4M13 10h4M7 8l2 2-2 2M13 8l-2 2 2 2",
  table: "M3 4h14v12H3zM3 8h14M3 12h14M8 4v12",
  chart: "M3 3v14h14M6.5 14v-4M10 14V6M13.5 14V9",
  zoomIn: "M8.5 3a5.5 5.5 0 1 0 .1 0zM12.5 12.5 17 17M6 8.5h5M8.5 6v5",
  zoomOut: "M8.5 3a5.5 5.5 0 1 0 .1 0zM12.5 12.5 17 17M6 8.5h5",
  zoomUsual: "M3 4h14v12H3zM6.5 7.5v5M13 7.5v5M10 8.6v.2M10 11.4v.2",
  comment: "M3 4h14v9.5H9L5.5 17v-3.5H3z",
  note: "M4 3.5h12v9l-4 4H4zM16 12.5h-4v4M7 7h6M7 10h4",
  send: "M3 3.5 17.5 10 3 16.5 5 10zM5 10h6",
  colleague:
    "M7 4.2a2.8 2.8 0 1 0 .1 0zM2 16.5c0-3 2.2-4.7 5-4.7s5 1.7 5 4.7M13.5 4.6a2.5 2.5 0 0 1 0 4.9M14.5 12c2.2.4 3.5 2 3.5 4.5",
  sumAll: "M15 4H5l5.5 6L5 16h10",
  sheets: "M3.5 7h9.5v9.5h-9.5zM7 7V3.5h9.5V13h-3.5",
  find: "M8.5 3a5.5 5.5 0 1 0 .1 0zM12.5 12.5 17 17",
  up: "M6 12l4-4 4 4",
  number: "M7.5 3 6 17M14 3l-1.5 14M3.5 7.5h13M3 12.5h13",
  error: "M10 3 18 17H2zM10 8v4M10 14.2v.6",
  clear: "M5 16.5h11M7.5 14 3.5 10l6-6 6 6-4 4z",
} as const;

export type IconName = keyof typeof drawings;

export function icon(name: IconName): SVGSVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", drawings[name]);
  svg.append(path);
  return svg;
}
