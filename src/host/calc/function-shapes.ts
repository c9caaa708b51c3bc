/** How built-in functions take their arguments: what Excel's array evaluation needs to know about each. */

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Functions that read whole ranges and skip texts and truth values in cells. */
export const aggregates: ReadonlySet<string> = new Set(
  words(`
    SUM AVERAGE AVERAGEA MIN MINA MAX MAXA COUNT COUNTA PRODUCT SUMSQ MEDIAN MODE MODE.SNGL STDEV STDEV.S STDEV.P STDEVP
    STDEVA STDEVPA VAR VAR.S VAR.P VARP VARA VARPA GEOMEAN HARMEAN AVEDEV DEVSQ KURT SKEW SKEW.P GCD LCM LARGE SMALL
    PERCENTILE PERCENTILE.INC PERCENTILE.EXC QUARTILE QUARTILE.INC QUARTILE.EXC TRIMMEAN RANK RANK.EQ RANK.AVG
    COUNTIF COUNTIFS SUMIF SUMIFS AVERAGEIF AVERAGEIFS MAXIFS MINIFS COUNTBLANK SUMPRODUCT NPV IRR CONCAT TEXTJOIN
    MATCH XMATCH LOOKUP VLOOKUP HLOOKUP
  `),
);

/** Functions each of whose arguments is one value. */
const everyArgument = new Set(
  words(`
    LEN LENB LEFT LEFTB RIGHT RIGHTB MID MIDB UPPER LOWER PROPER TRIM CLEAN FIND FINDB SEARCH SEARCHB SUBSTITUTE REPLACE
    REPLACEB REPT TEXT VALUE EXACT CHAR CODE UNICODE UNICHAR DATEVALUE TIMEVALUE NUMBERVALUE FIXED DOLLAR ASC DBCS
    TEXTBEFORE TEXTAFTER
    DATE YEAR MONTH DAY HOUR MINUTE SECOND WEEKDAY WEEKNUM ISOWEEKNUM EDATE EOMONTH DATEDIF DAYS DAYS360 TIME YEARFRAC
    ABS ROUND ROUNDUP ROUNDDOWN INT MOD TRUNC SIGN SQRT SQRTPI EXP LN LOG LOG10 POWER SIN COS TAN ASIN ACOS ATAN ATAN2
    SINH COSH TANH ASINH ACOSH ATANH SEC CSC COT DEGREES RADIANS CEILING CEILING.MATH CEILING.PRECISE FLOOR FLOOR.MATH
    FLOOR.PRECISE MROUND QUOTIENT FACT FACTDOUBLE COMBIN COMBINA PERMUT EVEN ODD BASE DECIMAL ROMAN ARABIC RANDBETWEEN
    BITAND BITOR BITXOR BITLSHIFT BITRSHIFT BIN2DEC BIN2HEX DEC2BIN DEC2HEX DEC2OCT HEX2BIN HEX2DEC OCT2DEC DELTA GESTEP
    ADDRESS ERROR.TYPE ISEVEN ISODD
    PMT PV FV NPER RATE EFFECT NOMINAL NORM.DIST NORM.S.DIST NORM.INV NORM.S.INV NORMDIST NORMSDIST STANDARDIZE
  `),
);

/** Functions of which only some arguments are one value: the places, from 0. */
const someArguments: Readonly<Record<string, (place: number) => boolean>> = {
  MATCH: (place) => place === 0,
  XMATCH: (place) => place === 0,
  VLOOKUP: (place) => place === 0,
  HLOOKUP: (place) => place === 0,
  LOOKUP: (place) => place === 0,
  XLOOKUP: (place) => place === 0,
  COUNTIF: (place) => place === 1,
  SUMIF: (place) => place === 1,
  AVERAGEIF: (place) => place === 1,
  COUNTIFS: (place) => place % 2 === 1,
  SUMIFS: (place) => place > 0 && place % 2 === 0,
  AVERAGEIFS: (place) => place > 0 && place % 2 === 0,
  MAXIFS: (place) => place > 0 && place % 2 === 0,
  MINIFS: (place) => place > 0 && place % 2 === 0,
  LARGE: (place) => place === 1,
  SMALL: (place) => place === 1,
  RANK: (place) => place === 0,
  "RANK.EQ": (place) => place === 0,
  WORKDAY: (place) => place < 2,
  "WORKDAY.INTL": (place) => place < 2,
  NETWORKDAYS: (place) => place < 2,
  "NETWORKDAYS.INTL": (place) => place < 2,
};

/** Which arguments of a function are applied element by element when an array is given; null where none is. */
export function liftedArguments(name: string): ((place: number) => boolean) | null {
  if (everyArgument.has(name)) return () => true;
  return someArguments[name] ?? null;
}
