import { parseArea } from "../model/address";

/**
 * Whether something in a workbook may be called so, a name or a table: letters, digits, points, underscores and
 * backslashes, beginning with no digit; not what means cells in either notation, nor a truth value.
 *
 * https://support.microsoft.com/office/rename-an-excel-table-fbf49a4f-82a3-43eb-8ba2-44d21233b114
 *
 * @example
 * canName("Customers") //=> true
 * canName("R1C1") //=> false
 */
export function canName(name: string): boolean {
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name)) return false;
  return !/^(?:r\d*)?(?:c\d*)?$|^(?:true|false)$/i.test(name) && parseArea(name) === null;
}
