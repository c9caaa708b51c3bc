type CellFunction = (...args: unknown[]) => unknown;

/** What Excel's script says of a failed cell; see https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-errors */
export class StandInError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

/**
 * Puts the part of Excel's `CustomFunctions` that registering needs in its place, and gives what was associated.
 * The real script answers for the rest in test/conformance.
 */
export function associatedFunctions(register: () => void): ReadonlyMap<string, CellFunction> {
  const associated = new Map<string, CellFunction>();
  Object.assign(globalThis, {
    CustomFunctions: {
      associate: (id: string, cellFunction: CellFunction) => associated.set(id, cellFunction),
      Error: StandInError,
      ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
    },
  });
  register();
  return associated;
}
