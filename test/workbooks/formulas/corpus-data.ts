import type { Scalar } from "../../../src/host/model/cell";

/** The cells the corpus reads, by sheet; a text that begins with "=" is a formula. */
export const sheets: Readonly<Record<string, readonly (readonly Scalar[])[]>> = {
  Data: [
    // A mixed, B numbers, C names, D amounts, E errors, F days, G texts, H kinds, I truth values
    [3, 1, "apple", 10, 1, 45322, "2024-01-31", "x", true],
    [-1.5, 2, "Banana", 20, "=1/0", 45351, "2024-02-29", "y", false],
    [null, 3, "cherry", 20, 2, 45382, "2023-02-29", "x", true],
    ["12", 4, "apple pie", 40, "=NA()", 45657, "1:30 PM", "z", true],
    ["abc", 5, '=""', 5, 3, 45292, "2024-01-31 06:00", "y", false],
    [true, 6, "date", 60, null, 45350.75, " 42 ", "x", null],
    [0, 7, null, 5, "x", 36525, "not a day", "z", "TRUE"],
    [8, 8, "Apple", 80, 4, 61, '=""', "x", 1],
  ],
  "Other data": [
    [7, "seven", 0.5],
    [8, "eight", 0.25],
    [9, "nine", 0.25],
  ],
  Last: [[5, null, 100]],
};

/** The table of the corpus, in the first sheet from column K on. */
export const table: {
  readonly name: string;
  readonly top: number;
  readonly left: number;
  readonly rows: readonly (readonly Scalar[])[];
} = {
  name: "Sales",
  top: 0,
  left: 10,
  rows: [
    ["Name", "Qty", "Unit price", "Amount", "Share #"],
    ["pen", 2, 1.5, "=[@Qty]*[@[Unit price]]", "=[@Amount]/SUM([Amount])"],
    ["ink", 3, 4, "=[@Qty]*[@[Unit price]]", "=[@Amount]/SUM([Amount])"],
    ["pad", 5, 2, "=[@Qty]*[@[Unit price]]", "=[@Amount]/SUM([Amount])"],
    ["pen", null, 1.25, "=[@Qty]*[@[Unit price]]", "=[@Amount]/SUM([Amount])"],
    ["clip", 10, 0.1, "=[@Qty]*[@[Unit price]]", "=[@Amount]/SUM([Amount])"],
  ],
};

export const names: Readonly<Record<string, string>> = {
  rate: "=0.25",
  fruit: "=Data!$C$1:$C$4",
  one_cell: "=Data!$D$3",
  total_of_rates: "=SUM('Other data'!$C$1:$C$3)",
  kinds: "=Data!$H$1:$H$8",
  limits: "={1,2,3}",
};
