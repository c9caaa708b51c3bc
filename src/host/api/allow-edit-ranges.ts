import { areaAddress } from "../model/address";
import type { EditableRange, Sheet } from "../model/sheet";
import { passwordMatches } from "../file/password";
import { isProtected, pausedRange, refuseWhileProtected } from "../edit/protection";
import { sheetLook } from "../edit/sheet-look";
import { ApiObject, identity, items } from "../protocol/api-object";
import { HostError, invalidArgument, itemNotFound } from "../protocol/host-error";
import { optionalText, record, text } from "./arguments";
import { ListedCollection } from "./collections";
import { placeOf } from "./range-address";
import { sheetOf, type Session } from "./session";

/**
 * The ranges a protected sheet lets people change; changed themselves only while the sheet is not protected.
 * https://learn.microsoft.com/javascript/api/excel/excel.alloweditrangecollection
 */
export class AllowEditRangeCollection extends ListedCollection<AllowEditRange> {
  readonly className = "AllowEditRangeCollection";
  readonly itemName = "the editable range";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
  ) {
    super();
  }

  override [items](): readonly AllowEditRange[] {
    const { session, sheetId } = this;
    const { editableRanges } = sheetOf(session, sheetId);
    return editableRanges.map((one) => new AllowEditRange(session, sheetId, one.title));
  }

  /** #add; InvalidArgument for a title that is empty or taken */
  add(title: unknown, rangeAddress: unknown, options?: unknown): void {
    const { workspace } = this.session;
    const sheet = sheetOf(this.session, this.sheetId);
    refuseWhileProtected(workspace, sheet);
    const given = options === undefined || options === null ? {} : record(options, "options");
    const range: EditableRange = {
      title: freeTitle(sheet, title),
      areas: areasOf(this.session, sheet, rangeAddress, "rangeAddress"),
      password: secret(given["password"]),
    };
    sheetLook(workspace, sheet, (look) => (look.editableRanges = [...look.editableRanges, range]));
  }

  /** #pauseProtection: for all ranges with that password; BadPassword where none has it */
  pauseProtection(password: unknown): void {
    const { workspace } = this.session;
    const sheet = sheetOf(this.session, this.sheetId);
    const typed = text(password, "password");
    if (!isProtected(workspace, sheet)) return;
    const opened = sheet.editableRanges.filter(
      (one) => one.password !== null && passwordMatches(one.password, typed),
    );
    if (opened.length === 0) throw badPassword();
    for (const range of opened) workspace.window.paused.add(pausedRange(sheet, range));
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.alloweditrange */
export class AllowEditRange extends ApiObject {
  readonly className = "AllowEditRange";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
    public rangeTitle: string,
  ) {
    super();
  }

  override [identity](): string {
    return this.rangeTitle;
  }

  /** #title */
  get title(): string {
    return stored(this).title;
  }

  /** #title; InvalidArgument for one that is empty or taken */
  set title(value: unknown) {
    const sheet = sheetOf(this.session, this.sheetId);
    refuseWhileProtected(this.session.workspace, sheet);
    const title = value === this.rangeTitle ? this.rangeTitle : freeTitle(sheet, value);
    change(this, (range) => ({ ...range, title }));
    this.rangeTitle = title;
  }

  /** #address */
  get address(): string {
    return stored(this).areas.map(areaAddress).join(",");
  }

  set address(value: unknown) {
    const areas = areasOf(this.session, sheetOf(this.session, this.sheetId), value, "address");
    change(this, (range) => ({ ...range, areas }));
  }

  /** #isPasswordProtected */
  get isPasswordProtected(): boolean {
    return stored(this).password !== null;
  }

  /** #delete */
  delete(): void {
    const { title } = stored(this);
    const sheet = sheetOf(this.session, this.sheetId);
    refuseWhileProtected(this.session.workspace, sheet);
    sheetLook(this.session.workspace, sheet, (look) => {
      look.editableRanges = look.editableRanges.filter((one) => one.title !== title);
    });
  }

  /** #pauseProtection: for this client only; BadPassword for a wrong password, any will do where none is needed */
  pauseProtection(password?: unknown): void {
    const { workspace } = this.session;
    const range = stored(this);
    const sheet = sheetOf(this.session, this.sheetId);
    const typed = optionalText(password, "password");
    if (!isProtected(workspace, sheet)) return;
    if (!passwordMatches(range.password, typed)) throw badPassword();
    workspace.window.paused.add(pausedRange(sheet, range));
  }

  /** #setPassword: none for an empty one */
  setPassword(password?: unknown): void {
    const typed = secret(password);
    change(this, (range) => ({ ...range, password: typed }));
  }
}

/** @throws HostError ItemNotFound where the range has been deleted meanwhile */
function stored({ session, sheetId, rangeTitle }: AllowEditRange): EditableRange {
  const { editableRanges } = sheetOf(session, sheetId);
  const range = editableRanges.find(({ title }) => title === rangeTitle);
  if (range === undefined) throw itemNotFound("the editable range has been deleted");
  return range;
}

function change(of: AllowEditRange, make: (range: EditableRange) => EditableRange): void {
  const { workspace } = of.session;
  const before = stored(of);
  const sheet = sheetOf(of.session, of.sheetId);
  refuseWhileProtected(workspace, sheet);
  sheetLook(workspace, sheet, (look) => {
    look.editableRanges = look.editableRanges.map((one) => (one === before ? make(one) : one));
  });
}

function freeTitle(sheet: Sheet, value: unknown): string {
  const title = optionalText(value, "title") ?? "";
  if (title === "" || sheet.editableRanges.some((one) => one.title === title)) {
    throw invalidArgument("title", "a title that no other editable range has is needed");
  }
  return title;
}

function areasOf(
  session: Session,
  sheet: Sheet,
  value: unknown,
  argument: string,
): EditableRange["areas"] {
  return text(value, argument)
    .split(",")
    .map((one) => {
      const place = placeOf(session, sheet, one, argument);
      if (place.sheet !== sheet) throw invalidArgument(argument, "it lies on another worksheet");
      return place.area;
    });
}

function secret(value: unknown): string | null {
  const given = optionalText(value, "password");
  return given === "" ? null : given;
}

function badPassword(): HostError {
  return new HostError("BadPassword", "The password you supplied is incorrect.", 403);
}
