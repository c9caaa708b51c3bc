import type { NewCustomer } from "../../app/add-customer";

/** What has been typed of a new customer, so that leaving the form for a moment loses nothing. */
export interface NewCustomerDraft {
  readonly entered: NewCustomer;
  /** By column id. */
  readonly further: Readonly<Record<string, string>>;
}

export const blankCustomer: NewCustomerDraft = {
  entered: { name: "", phone: "", creditCode: "", contact: "", owner: "" },
  further: {},
};

/** A blank draft of a customer whose name is known. */
export function blankNamed(name: string): NewCustomerDraft {
  return { ...blankCustomer, entered: { ...blankCustomer.entered, name } };
}

/** The draft, or null where it holds nothing worth keeping. */
export function worthKeeping(draft: NewCustomerDraft): NewCustomerDraft | null {
  const texts = [...Object.values(draft.entered), ...Object.values(draft.further)];
  return texts.some((text) => text !== "") ? draft : null;
}
