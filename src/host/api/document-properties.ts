import { refuseReadOnly } from "../edit/protection";
import { ApiObject } from "../protocol/api-object";
import { integer, text } from "./arguments";
import { CustomPropertyCollection } from "./custom-properties";
import { serve, type Property } from "./properties";
import type { Session } from "./session";

/** https://learn.microsoft.com/javascript/api/excel/excel.documentproperties */
export class DocumentProperties extends ApiObject {
  readonly className = "DocumentProperties";

  constructor(readonly session: Session) {
    super();
  }
}

serve(DocumentProperties, {
  author: written("author"),
  category: written("category"),
  comments: written("comments"),
  company: written("company"),
  // Null where nobody has said it.
  creationDate: (of) => read(of, "creationDate") ?? null,
  custom: ({ session }) => new CustomPropertyCollection(session),
  keywords: written("keywords"),
  lastAuthor: (of) => String(read(of, "lastAuthor") ?? ""),
  manager: written("manager"),
  revisionNumber: {
    get: (of) => Number(read(of, "revisionNumber") ?? 0),
    set: (of, value, name) => write(of, name, integer(value, name)),
  },
  subject: written("subject"),
  title: written("title"),
});

/** A text; "" where nobody has said it. */
function written(name: string): Property<DocumentProperties> {
  return {
    get: (of) => String(read(of, name) ?? ""),
    set: (of, value) => write(of, name, text(value, name)),
  };
}

function read(
  { session }: DocumentProperties,
  name: string,
): string | number | boolean | null | undefined {
  return session.workspace.workbook.properties.get(name);
}

function write({ session }: DocumentProperties, name: string, value: string | number): void {
  refuseReadOnly(session.workspace);
  session.workspace.workbook.properties.set(name, value);
}
