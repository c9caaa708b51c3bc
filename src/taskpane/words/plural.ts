/**
 * A number with its noun, as English counts.
 *
 * @example count(1, "day", "days") //=> "1 day"
 * @example count(1200, "customer", "customers") //=> "1,200 customers"
 */
export function count(n: number, one: string, many: string): string {
  return `${n.toLocaleString("en-US")} ${n === 1 ? one : many}`;
}
