import type { WorkbookFailure } from "../app/workbook/failures";
import type { CommitFailure } from "../app/workbook/rows";

/**
 * The host's refusal in our words. The only place that knows Excel's error codes.
 *
 * @returns the failure, or null when the error is not the host's: that is a bug, and the caller throws it on
 * @see https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
 *
 * @example
 * failureOf(new OfficeExtension.Error({ code: "AccessDenied" })) //=> { code: "protected", sheet: null }
 */
export function failureOf(error: unknown): WorkbookFailure | null {
  if (!isHostError(error)) return null;
  switch (error.code) {
    case "AccessDenied":
      return { code: "protected", sheet: null };
    case "InvalidOperationInCellEditMode":
      return { code: "busy-editing" };
    case "RequestPayloadSizeLimitExceeded":
    case "ResponsePayloadSizeLimitExceeded":
    case "OperationCellsExceedLimit":
    case "RangeExceedsLimit":
      return { code: "too-large" };
    case "ApiNotFound":
    case "NotImplemented":
    case "UnsupportedFeature":
    case "UnsupportedOperation":
      return { code: "not-supported", requirement: error.message };
    case "InvalidSelection":
      return { code: "no-selection" };
    default:
      return { code: "host", hostCode: error.code, message: error.message };
  }
}

/** Whether the host says that a table or column we addressed by its id is gone. */
export function isGone(failure: WorkbookFailure): boolean {
  return (
    failure.code === "host" &&
    (failure.hostCode === "ItemNotFound" || failure.hostCode === "InvalidReference")
  );
}

/**
 * Whether the host says that what a message speaks of is not, or no longer, where it was: something was deleted or has
 * another size by now. Another look tells.
 */
export function hasMoved(failure: WorkbookFailure): boolean {
  return (
    isGone(failure) ||
    (failure.code === "host" &&
      (failure.hostCode === "InvalidArgument" || failure.hostCode === "InvalidObjectPath"))
  );
}

interface HostError {
  readonly code: string;
  readonly message: string;
}

// Recognised by name, as the reference states it, and not by class: the pane and the client may live in two realms.
function isHostError(error: unknown): error is HostError {
  return (
    typeof error === "object" &&
    error !== null &&
    "name" in error &&
    (error.name === "OfficeExtension.Error" || error.name === "RichApi.Error") &&
    "code" in error &&
    typeof error.code === "string" &&
    "message" in error &&
    typeof error.message === "string"
  );
}

/** Why a step of a larger work failed, in the host's words: what a person could resolve in a commit is none of theirs here. */
export function asWorkbookFailure(failure: CommitFailure): WorkbookFailure {
  switch (failure.code) {
    case "conflict":
    case "row-missing":
    case "id-taken":
    case "no-room-below":
    case "sheet-full":
      return { code: "host", hostCode: "ChangedWhileWriting", message: failure.code };
    case "half-written":
      return failure.cause;
    default:
      return failure;
  }
}
