import { HostError } from "./host-error";

/**
 * The status numbers by which office.js explains what the document could not do (`asyncResult.error.code`).
 * https://learn.microsoft.com/office/dev/add-ins/reference/javascript-api-for-office-error-codes
 */
export const Failure = {
  tooLarge: 1008,
  selectionIsOther: 1004,
  unsupportedData: 2000,
  cannotWrite: 2001,
  selectionHasOtherShape: 2002,
  overwritesData: 2003,
  bindingHasOtherShape: 2004,
  dataIsJagged: 2006,
  cannotBind: 3000,
  noSuchBinding: 3002,
  severalSelected: 3003,
  selectionHasOtherType: 3004,
  notForThisType: 3005,
  noSuchName: 3006,
  nameHasOtherType: 3008,
  notSupported: 5000,
  readOnly: 5002,
  invalidArgument: 5010,
  cannotNavigate: 7001,
  noSuchId: 7002,
  isProtected: 8001,
} as const;

type FailureNumber = (typeof Failure)[keyof typeof Failure];

/** An expected failure of a document's method; it is answered, not thrown at the add-in. */
export class DocumentFailure extends Error {
  constructor(readonly status: FailureNumber) {
    super(`status ${status}`);
    this.name = "DocumentFailure";
  }
}

const statusOfCode: Partial<Record<HostError["code"], FailureNumber>> = {
  AccessDenied: Failure.isProtected,
  InvalidArgument: Failure.invalidArgument,
  InsertDeleteConflict: Failure.overwritesData,
  InvalidBinding: Failure.noSuchBinding,
  ItemNotFound: Failure.noSuchBinding,
  UnsupportedOperation: Failure.notSupported,
};

/** The status of what went wrong; what has none is thrown on. */
export function statusOf(error: unknown): number {
  if (error instanceof DocumentFailure) return error.status;
  const status = error instanceof HostError ? statusOfCode[error.code] : undefined;
  if (status === undefined) throw error;
  return status;
}
