/**
 * Why a cell function has no answer, in both languages. `invalidValue` shows as #VALUE!, `notAvailable` as #N/A; Excel
 * shows the message of these two kinds only.
 */
export class CellFailure {
  constructor(
    readonly code: "invalidValue" | "notAvailable",
    readonly message: string,
  ) {}
}
