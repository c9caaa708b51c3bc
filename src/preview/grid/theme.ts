/** The colours a cell is drawn with where the workbook names none. Chrome around the grid takes its own from styles/base.css. */
export interface GridTheme {
  readonly dark: boolean;
  readonly ground: string;
  readonly text: string;
}

export const lightGrid: GridTheme = { dark: false, ground: "#ffffff", text: "#1f1f1f" };
export const darkGrid: GridTheme = { dark: true, ground: "#1e1f21", text: "#e8e8e8" };
