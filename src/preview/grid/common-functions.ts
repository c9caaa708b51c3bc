import type { FunctionFacts } from "../ribbon/add-in";

/**
 * Excel's functions a person who keeps lists is likely to type, with their arguments as Excel's own hint names them (in
 * English in every language); the host calculates many more.
 */
const signatures = `
  ABS(number) AND(logical1, [logical2], …) AVERAGE(number1, [number2], …)
  AVERAGEIF(range, criteria, [average_range])
  AVERAGEIFS(average_range, criteria_range1, criteria1, [criteria_range2], …)
  CEILING(number, significance) CHOOSE(index_num, value1, [value2], …) CONCAT(text1, [text2], …)
  COUNT(value1, [value2], …) COUNTA(value1, [value2], …) COUNTBLANK(range) COUNTIF(range, criteria)
  COUNTIFS(criteria_range1, criteria1, [criteria_range2], …) DATE(year, month, day)
  DATEDIF(start_date, end_date, unit) DATEVALUE(date_text) DAY(serial_number) DAYS(end_date, start_date)
  EDATE(start_date, months) EOMONTH(start_date, months) EXACT(text1, text2)
  FILTER(array, include, [if_empty]) FIND(find_text, within_text, [start_num]) FLOOR(number, significance)
  HLOOKUP(lookup_value, table_array, row_index_num, [range_lookup]) HOUR(serial_number)
  IF(logical_test, [value_if_true], [value_if_false]) IFERROR(value, value_if_error) IFNA(value, value_if_na)
  IFS(logical_test1, value_if_true1, [logical_test2], …) INDEX(array, row_num, [column_num])
  INDIRECT(ref_text, [a1]) INT(number) ISBLANK(value) ISERROR(value) ISNUMBER(value) ISTEXT(value)
  LARGE(array, k) LEFT(text, [num_chars]) LEN(text) LET(name1, name_value1, calculation_or_name2, …)
  LOOKUP(lookup_value, lookup_vector, [result_vector]) LOWER(text)
  MATCH(lookup_value, lookup_array, [match_type]) MAX(number1, [number2], …)
  MAXIFS(max_range, criteria_range1, criteria1, [criteria_range2], …) MEDIAN(number1, [number2], …)
  MID(text, start_num, num_chars) MIN(number1, [number2], …)
  MINIFS(min_range, criteria_range1, criteria1, [criteria_range2], …) MOD(number, divisor)
  MONTH(serial_number) NETWORKDAYS(start_date, end_date, [holidays]) NOT(logical) NOW()
  OFFSET(reference, rows, cols, [height], [width]) OR(logical1, [logical2], …) PROPER(text)
  RANK(number, ref, [order]) RIGHT(text, [num_chars]) ROUND(number, num_digits)
  ROUNDDOWN(number, num_digits) ROUNDUP(number, num_digits) ROW([reference]) ROWS(array)
  SEARCH(find_text, within_text, [start_num]) SEQUENCE(rows, [columns], [start], [step]) SMALL(array, k)
  SORT(array, [sort_index], [sort_order], [by_col]) SORTBY(array, by_array1, [sort_order1], …)
  SUBSTITUTE(text, old_text, new_text, [instance_num]) SUBTOTAL(function_num, ref1, [ref2], …)
  SUM(number1, [number2], …) SUMIF(range, criteria, [sum_range])
  SUMIFS(sum_range, criteria_range1, criteria1, [criteria_range2], …) SUMPRODUCT(array1, [array2], …)
  SWITCH(expression, value1, result1, [default_or_value2], …) TEXT(value, format_text)
  TEXTJOIN(delimiter, ignore_empty, text1, [text2], …) TIME(hour, minute, second) TODAY() TRIM(text)
  UNIQUE(array, [by_col], [exactly_once]) UPPER(text) VALUE(text)
  VLOOKUP(lookup_value, table_array, col_index_num, [range_lookup])
  WEEKDAY(serial_number, [return_type]) WEEKNUM(serial_number, [return_type])
  WORKDAY(start_date, days, [holidays])
  XLOOKUP(lookup_value, lookup_array, return_array, [if_not_found], [match_mode], [search_mode])
  XMATCH(lookup_value, lookup_array, [match_mode], [search_mode]) YEAR(serial_number)
`;

export const commonFunctions: readonly FunctionFacts[] = Array.from(
  signatures.matchAll(/([A-Z]+)\(([^)]*)\)/g),
  ([, name = "", parts = ""]) => ({
    id: name,
    name,
    description: "",
    parameters: parts
      .split(", ")
      .filter((part) => part !== "")
      .map((part) =>
        part.startsWith("[") ? { name: part.slice(1, -1), optional: true } : { name: part },
      ),
  }),
);
