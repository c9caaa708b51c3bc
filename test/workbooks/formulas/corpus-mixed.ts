/** Operands of every type, as they stand in a formula or in a cell. */
const operands = [
  "1",
  "0",
  '"1"',
  '""',
  '"abc"',
  '"2024-01-31"',
  '"5%"',
  '" 2 "',
  "TRUE",
  "FALSE",
  "A3",
  "A4",
  "A5",
  "A6",
  "C5",
  "E2",
];

const compared = ["1", '"1"', '""', '"abc"', '"ABD"', "TRUE", "FALSE", "A3"];

const arithmetic = operands.flatMap((operand) => [
  `=${operand}+1`,
  `=-${operand}`,
  `=${operand}&"|"`,
]);

const comparisons = compared.flatMap((left, place) =>
  compared.slice(place).flatMap((right) => [`=${left}=${right}`, `=${left}<${right}`]),
);

const asArgument = operands.flatMap((operand) => [
  `=SUM(${operand},1)`,
  `=COUNT(${operand})`,
  `=IF(${operand},"yes","no")`,
  `=AND(${operand},TRUE)`,
]);

const operators = [
  "=1+2*3-4/8",
  "=-2^2",
  "=2^3^2",
  "=2^-1",
  "=50%",
  "=-5%",
  "=10%%",
  "=200%*3",
  "=2^50%",
  '="a"&1&TRUE',
  "=1&2+3",
  "=1+2&3",
  "=0.1+0.2=0.3",
  "=0.1+0.2-0.3",
  "=1-0.9-0.1",
  '=(0.1+0.2)&""',
  '=1/3&""',
  '=123456789012345678&""',
  '=1E+21&""',
  '=0.00001&""',
  '=-0.5&""',
  "=1=1=TRUE",
  "=3>2>1",
  '="a"="A"',
  '="a"<"B"',
  '="Z"<"a"',
  '="a-b"<"ab"',
  '="a b"<"ab"',
  '="10"<"9"',
  "=1/0",
  "=0^0",
  "=0^-1",
  "=(-8)^(1/3)",
  "=10^308*10",
  "=D1:D3 A2:F2",
  "=A1 B1",
  "=SUM((B1:B2,D1:D2))",
  "=+C1",
  "=--A4",
  "=--I7",
  "=NOT(A3)",
  "=NOT(0.5)",
  '=NOT("false")',
  '=OR("true",FALSE)',
  "=TRUE()+TRUE()",
];

export const mixedTypes: readonly string[] = [
  ...arithmetic,
  ...comparisons,
  ...asArgument,
  ...operators,
];
