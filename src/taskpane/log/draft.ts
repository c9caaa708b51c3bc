import type { FollowUpInput } from "../../app/log-follow-up";
import type { CustomerView } from "../../app/today/customer-view";
import type { Channel } from "../../domain/channel";
import { addDays, addMonths, isoDay, type Day } from "../../domain/day";
import { readDay } from "../../domain/serial";
import type { Demand } from "../../domain/demand";
import type { Row } from "../../tables/change";

/** What a person has put into the form. Days are ISO texts as a date field holds them, "" for none. */
export interface FollowUpDraft {
  readonly channel: Channel;
  readonly said: string;
  readonly day: string;
  /** Absent until changed here: the field then shows what the sheet holds, also after a colleague changed it. */
  readonly demand?: Demand | "";
  readonly expectedClose?: string;
  readonly agreedDay: string;
  readonly result: string;
  readonly nextStep: string;
  /** The customer's cells when the person began to write; absent before. */
  readonly seen?: Row;
}

/** A blank form as of today. */
export function blankDraft(asOf: Day, channel: Channel): FollowUpDraft {
  return { channel, said: "", day: isoDay(asOf), agreedDay: "", result: "", nextStep: "" };
}

/** Whether a person has written anything that leaving the form must not lose. */
export function isTouched(draft: FollowUpDraft, asOf: Day): boolean {
  const { said, day, demand, expectedClose, agreedDay, result, nextStep } = draft;
  const written = [said, agreedDay, result, nextStep].some((text) => text !== "");
  return written || demand !== undefined || expectedClose !== undefined || day !== isoDay(asOf);
}

/** What the demand field shows: the person's choice, else the sheet's. */
export function shownDemand(draft: FollowUpDraft, customer: CustomerView): Demand | "" {
  return draft.demand ?? customer.demand ?? "";
}

/** What the close day's field shows: the person's choice, else the sheet's. */
export function shownClose(draft: FollowUpDraft, { expectedClose }: CustomerView): string {
  return draft.expectedClose ?? (expectedClose === null ? "" : isoDay(expectedClose));
}

/** A date field's text as a day; null where it is empty or half typed, such as the year 0002 of 2026. */
export function dayIn(text: string): Day | null {
  if (text === "") return null;
  // From 1904 on a day is a day in either date system.
  const read = readDay(text, 1904);
  return read.ok ? read.value : null;
}

/**
 * What the form asks to be logged. Demand and close day that stand as the sheet has them are left out, so that a
 * colleague's change to them in the meantime is neither overwritten nor a conflict.
 */
export function inputOf(draft: FollowUpDraft, customer: CustomerView, asOf: Day): FollowUpInput {
  const shown = shownDemand(draft, customer);
  const demand = shown === "" ? null : shown;
  const expectedClose = dayIn(shownClose(draft, customer));
  return {
    channel: draft.channel,
    said: draft.said.trim(),
    day: dayIn(draft.day) ?? asOf,
    agreedDay: dayIn(draft.agreedDay),
    ...(demand === customer.demand ? {} : { demand }),
    ...(expectedClose === customer.expectedClose ? {} : { expectedClose }),
    ...(draft.result.trim() === "" ? {} : { result: draft.result.trim() }),
    ...(draft.nextStep.trim() === "" ? {} : { nextStep: draft.nextStep.trim() }),
  };
}

export type AgreedChip = "day" | "threeDays" | "week" | "month";

export const agreedChips: readonly AgreedChip[] = ["day", "threeDays", "week", "month"];

/** The day a quick choice stands for, counted from today. */
export function chipDay(chip: AgreedChip, asOf: Day): Day {
  switch (chip) {
    case "day":
      return addDays(asOf, 1);
    case "threeDays":
      return addDays(asOf, 3);
    case "week":
      return addDays(asOf, 7);
    case "month":
      return addMonths(asOf, 1);
  }
}
