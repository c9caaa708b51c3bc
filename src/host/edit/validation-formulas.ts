/** A validation rule with another text for each of its formulas. */
export function changedValidation(
  rule: Readonly<Record<string, unknown>>,
  change: (formula: string) => string,
): Readonly<Record<string, unknown>> {
  const walk = (value: unknown): unknown => {
    if (typeof value === "string") return value.startsWith("=") ? change(value) : value;
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(rule) as Readonly<Record<string, unknown>>;
}
