import type { ApiObject } from "../protocol/api-object";
import type { Kind } from "./property-kinds";

/**
 * Plain properties of an API object as a table that reads like its page of the reference: the names in the table are the
 * anchors of the page the class links. A property that does something besides keeping a value is written in the class.
 */

/** What a property answers and, where it can be set, what is done with a value for it. */
export interface Property<Of> {
  readonly get?: (of: Of) => unknown;
  readonly set?: (of: Of, value: unknown, name: string) => void;
}

/** Makes properties accessors of a class, as if they were written there; a function is a property that is only read. */
export function serve<Of extends ApiObject>(
  type: { readonly prototype: Of },
  properties: Readonly<Record<string, Property<NoInfer<Of>> | ((of: NoInfer<Of>) => unknown)>>,
): void {
  for (const [name, property] of Object.entries(properties)) {
    const { get, set }: Property<Of> =
      typeof property === "function" ? { get: property } : property;
    Object.defineProperty(type.prototype, name, {
      configurable: true,
      ...(get === undefined
        ? {}
        : {
            get(this: Of): unknown {
              return get(this);
            },
          }),
      ...(set === undefined
        ? {}
        : {
            set(this: Of, value: unknown) {
              set(this, value, name);
            },
          }),
    });
  }
}

/** Where an object keeps its properties under their own names. */
export interface Keeping<Of, Data> {
  readonly read: (of: Of) => { readonly [Name in keyof Data]?: Data[Name] | null };
  /** Lays members over what is kept. */
  readonly change: (of: Of, change: Partial<Data>) => void;
}

/** Data being put together: a member set to undefined goes, which takes the property back to Excel's own choice. */
export type Loose<Data> = { [Name in keyof Data]?: Data[Name] | undefined };

/** Serves properties that are kept under their own names. */
export function serveKept<Of extends ApiObject, Data extends object>(
  type: { readonly prototype: Of },
  { read, change }: Keeping<NoInfer<Of>, Data>,
  properties: { readonly [Name in keyof Data & string]?: Kind<Data[Name]> },
): void {
  for (const name of Object.keys(properties) as (keyof Data & string)[]) {
    const kind = properties[name];
    if (kind === undefined) continue;
    serve(type, {
      [name]: {
        get: (of) => read(of)[name] ?? kind.absent,
        set: (of, value) => {
          const part: Partial<Data> = {};
          part[name] = kind.read(value, name);
          change(of, part);
        },
      },
    });
  }
}
