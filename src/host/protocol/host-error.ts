/** Error codes as Excel's JavaScript API gives them. https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling */
export type HostErrorCode =
  | "AccessDenied"
  | "ActivityLimitReached"
  | "ApiNotFound"
  | "BadPassword"
  | "GeneralException"
  | "InsertDeleteConflict"
  | "InvalidArgument"
  | "InvalidBinding"
  | "InvalidObjectPath"
  | "InvalidOperation"
  | "InvalidOperationInCellEditMode"
  | "InvalidOrTimedOutSession"
  | "InvalidReference"
  | "InvalidRequest"
  | "InvalidSelection"
  | "ItemAlreadyExists"
  | "ItemNotFound"
  | "NotImplemented"
  | "RangeExceedsLimit"
  | "RequestAborted"
  | "RequestPayloadSizeLimitExceeded"
  | "ResponsePayloadSizeLimitExceeded"
  | "UnsupportedOperation";

/** A refusal the add-in sees as `OfficeExtension.Error` with this code. Anything else thrown is a bug of the host. */
export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    message: string,
    readonly httpStatusCode = 400,
  ) {
    super(message);
    this.name = "HostError";
  }
}

/**
 * An object that is not there for this one, such as the worksheet of a workbook's name. Who loads whatever is plain does
 * not ask for it.
 */
export class NoSuchRelation extends HostError {}

/** The member is not served; it is named so that nobody has to guess. */
export function apiNotFound(className: string, member: string): HostError {
  const name = member.charAt(0).toLowerCase() + member.slice(1);
  return new HostError("ApiNotFound", `The host does not serve ${className}.${name}.`);
}

export function invalidArgument(argument: string, why: string): HostError {
  return new HostError(
    "InvalidArgument",
    `The argument '${argument}' is missing, out of range or not in the right form: ${why}.`,
  );
}

export function itemNotFound(what: string): HostError {
  return new HostError("ItemNotFound", `The requested resource doesn't exist: ${what}.`, 404);
}

/** The binding is of another type, or what it stood for is gone. */
export function invalidBinding(id: string): HostError {
  return new HostError(
    "InvalidBinding",
    `This object binding is no longer valid due to previous updates: '${id}'.`,
  );
}

export function invalidReference(what: string): HostError {
  return new HostError("InvalidReference", `This reference is not valid: ${what}.`);
}
