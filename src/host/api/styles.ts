import type { Border, CellStyle, LooseStyle } from "../model/style";
import type { NamedStyle, StyleAspect } from "../model/named-style";
import { addStyle, changeStyle, deleteStyle, stylesOf, styleNamed } from "../edit/named-styles";
import { ApiObject, identity, items } from "../protocol/api-object";
import { text, truth } from "./arguments";
import { ListedCollection } from "./collections";
import { alignment, locks, look } from "./look-properties";
import { borderAt, withBorder, type BorderChange, type Edge, type Looks } from "./looks";
import { serve, type Property } from "./properties";
import * as kind from "./property-kinds";
import { RangeBorderCollection } from "./range-borders";
import { RangeFill } from "./range-fill";
import { RangeFont } from "./range-font";
import type { Session } from "./session";

/** https://learn.microsoft.com/javascript/api/excel/excel.stylecollection */
export class StyleCollection extends ListedCollection<Style> {
  readonly className = "StyleCollection";
  readonly itemName = "the style";
  override readonly keyName = "name";
  override readonly anyCase = true;

  constructor(readonly session: Session) {
    super();
  }

  override [items](): readonly Style[] {
    return stylesOf(this.session.workspace.workbook).map(
      ({ name }) => new Style(this.session, name),
    );
  }

  /** #add */
  add(name: unknown): void {
    addStyle(this.session.workspace, text(name, "name"));
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.style */
export class Style extends ApiObject {
  readonly className = "Style";
  readonly looks: StyleLooks;

  constructor(
    readonly session: Session,
    readonly styleName: string,
  ) {
    super();
    this.looks = new StyleLooks(session, styleName);
  }

  override [identity](): string {
    return this.styleName;
  }

  /** #name */
  get name(): string {
    return this.looks.stored.name;
  }

  /** #delete: cells that had it return to Normal */
  delete(): void {
    deleteStyle(this.session.workspace, this.looks.stored);
  }
}

serve(Style, {
  builtIn: ({ looks }) => looks.stored.builtIn,
  borders: ({ looks }) => new RangeBorderCollection(looks),
  fill: ({ looks }) => new RangeFill(looks),
  font: ({ looks }) => new RangeFont(looks),
  ...alignment,
  ...locks,
  includeAlignment: includes("Alignment"),
  includeBorder: includes("Border"),
  includeFont: includes("Font"),
  includeNumber: includes("Number"),
  includePatterns: includes("Patterns"),
  includeProtection: includes("Protection"),
  numberFormat: look("numberFormat", kind.text("General")),
  numberFormatLocal: look("numberFormat", kind.text("General")),
  // How the client calls textOrientation when it sets it.
  Orientation: { set: alignment.textOrientation.set },
});

/** Whether the style says anything of one aspect. */
function includes(aspect: StyleAspect): Property<Style> {
  return {
    get: ({ looks }) => !looks.stored.leftOut.includes(aspect),
    set: ({ looks, session }, value, name) => {
      const included = truth(value, name);
      const { stored } = looks;
      const others = stored.leftOut.filter((one) => one !== aspect);
      const leftOut = included ? others : [...others, aspect];
      changeStyle(session.workspace, stored, stored.looks, leftOut);
    },
  };
}

/** A named style's looks; every cell that has the style follows a change. */
class StyleLooks implements Looks {
  refuseWhileProtected(): void {
    // A style of the workbook is no cell of a protected sheet.
  }

  constructor(
    readonly session: Session,
    readonly name: string,
  ) {}

  /** @throws HostError ItemNotFound where the style has been deleted meanwhile */
  get stored(): NamedStyle {
    return styleNamed(this.session.workspace.workbook, this.name);
  }

  shared<T>(read: (style: CellStyle) => T): T | null {
    return read(this.stored.looks);
  }

  change(change: LooseStyle | ((style: CellStyle) => LooseStyle)): void {
    const { stored } = this;
    const next = typeof change === "function" ? change(stored.looks) : change;
    changeStyle(this.session.workspace, stored, { ...stored.looks, ...next });
  }

  sharedBorder<T>(edge: Edge, read: (found: Border) => T): T | null {
    if (edge === "InsideHorizontal" || edge === "InsideVertical") return null;
    return read(borderAt(this.stored.looks, edge));
  }

  changeBorder(edge: Edge, change: BorderChange): void {
    if (edge === "InsideHorizontal" || edge === "InsideVertical") return;
    this.change(withBorder(this.stored.looks, edge, change));
  }
}
