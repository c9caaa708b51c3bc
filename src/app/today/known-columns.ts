import type { CustomerView } from "./customer-view";

/** Which customer, in the sheet's order from 0. Not the row: blank rows are no customers. */
export type Place = number;

/** What of a customer is asked of everybody at once: for lists, their order, filters and the search. */
export interface Known extends Pick<
  CustomerView,
  "id" | "row" | "identified" | "name" | "owner" | "next" | "grade"
> {
  readonly kind: CustomerView["state"]["kind"];
}

type Columns = { readonly [Fact in keyof Known]: Known[Fact][] };

/** The same of all customers, each fact by place. */
export class KnownColumns {
  readonly #facts: Columns;

  /** @param before - whom to begin with */
  constructor(before?: KnownColumns) {
    this.#facts = {
      id: before?.all("id").slice() ?? [],
      row: before?.all("row").slice() ?? [],
      identified: before?.all("identified").slice() ?? [],
      name: before?.all("name").slice() ?? [],
      owner: before?.all("owner").slice() ?? [],
      next: before?.all("next").slice() ?? [],
      grade: before?.all("grade").slice() ?? [],
      kind: before?.all("kind").slice() ?? [],
    };
  }

  get size(): number {
    return this.#facts.id.length;
  }

  /** By place. */
  all<Fact extends keyof Known>(fact: Fact): readonly Known[Fact][] {
    return this.#facts[fact];
  }

  /** @throws where nobody is at that place */
  get<Fact extends keyof Known>(place: Place, fact: Fact): Known[Fact] {
    const found = this.#facts[fact][place];
    if (found === undefined) throw new Error(`no customer at ${place}`);
    return found;
  }

  at(place: Place): Known {
    return {
      id: this.get(place, "id"),
      row: this.get(place, "row"),
      identified: this.get(place, "identified"),
      name: this.get(place, "name"),
      owner: this.get(place, "owner"),
      next: this.get(place, "next"),
      grade: this.get(place, "grade"),
      kind: this.get(place, "kind"),
    };
  }

  put(place: Place, known: Known): void {
    this.#facts.id[place] = known.id;
    this.#facts.row[place] = known.row;
    this.#facts.identified[place] = known.identified;
    this.#facts.name[place] = known.name;
    this.#facts.owner[place] = known.owner;
    this.#facts.next[place] = known.next;
    this.#facts.grade[place] = known.grade;
    this.#facts.kind[place] = known.kind;
  }
}
