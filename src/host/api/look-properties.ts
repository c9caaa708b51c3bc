import type { CellStyle } from "../model/style";
import { tintedColor, tintOf } from "../model/tint";
import type { Looks } from "./looks";
import * as kind from "./property-kinds";

/** The plain properties of looks, of cells and of named styles alike. */

interface Looking {
  readonly looks: Looks;
}

interface Settable {
  readonly get: (of: Looking) => unknown;
  readonly set: (of: Looking, value: unknown, name: string) => void;
}

/** A look that goes where it is set to the plain one; null where looks differ. */
export function look<Name extends keyof CellStyle>(
  name: Name,
  { absent, read }: kind.Kind<NonNullable<CellStyle[Name]> | "Context" | "None">,
): Settable {
  return {
    get: ({ looks }) => looks.shared((style) => style[name] ?? absent),
    set: ({ looks }, value, argument) => {
      const given = read(value, argument);
      looks.change({ [name]: given === absent ? undefined : given });
    },
  };
}

/** A look that is kept whatever it is, as it stands before what a table's style or a rule says. */
export function keptLook<Name extends keyof CellStyle>(
  name: Name,
  { absent, read }: kind.Kind<NonNullable<CellStyle[Name]>>,
): Settable {
  return {
    get: ({ looks }) => looks.shared((style) => style[name] ?? absent),
    set: ({ looks }, value, argument) => looks.change({ [name]: read(value, argument) }),
  };
}

/** A colour; "" where colours differ. */
export function colorLook(name: "fontColor" | "fillPatternColor", absent: string): Settable {
  const { get, set } = keptLook(name, kind.color(absent));
  return { get: (of) => get(of) ?? "", set };
}

/**
 * How much a colour is lightened (up to 1) or darkened (down to -1); 0 for the colour as it was given, null where that
 * differs. The colour itself then is what came of it.
 */
export function tintLook(
  name: "fill" | "fillPatternColor" | "fontColor",
  absent: string,
): Settable {
  const brightness = kind.number(0, -1, 1);
  return {
    get: ({ looks }) => looks.shared((style) => tintOf(style[name], style.tints?.[name])),
    set: ({ looks }, value, argument) => {
      const by = brightness.read(value, argument);
      looks.change((style) => {
        const tinted = tintedColor(style[name] ?? absent, style.tints?.[name], by);
        return { [name]: tinted.color, tints: { ...style.tints, [name]: tinted } };
      });
    },
  };
}

const horizontals = [
  ...(["General", "Left", "Center", "Right", "Fill", "Justify"] as const),
  ...(["CenterAcrossSelection", "Distributed"] as const),
];
const verticals = ["Top", "Center", "Bottom", "Justify", "Distributed"] as const;

/** How text lies in its cell: what `RangeFormat` and `Style` have in common. */
export const alignment = {
  horizontalAlignment: keptLook("horizontal", kind.word("General", horizontals)),
  verticalAlignment: keptLook("vertical", kind.word("Bottom", verticals)),
  wrapText: look("wrapText", kind.truth(false)),
  shrinkToFit: look("shrinkToFit", kind.truth(false)),
  indentLevel: look("indent", kind.whole(0)),
  textOrientation: look("textOrientation", kind.whole(0)),
  autoIndent: look("autoIndent", kind.truth(false)),
  readingOrder: look(
    "readingOrder",
    kind.word("Context", ["Context", "LeftToRight", "RightToLeft"]),
  ),
};

/** What a protected sheet keeps from being changed or seen: itself not to be changed there, whatever else is allowed. */
export const locks = {
  locked: whileUnprotected(look("locked", kind.truth(true))),
  formulaHidden: whileUnprotected(look("formulaHidden", kind.truth(false))),
};

function whileUnprotected({ get, set }: Settable): Settable {
  return {
    get,
    set: (of, value, name) => {
      of.looks.refuseWhileProtected();
      set(of, value, name);
    },
  };
}
