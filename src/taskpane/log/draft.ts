import type { FollowUpInput } from "../../app/log-follow-up";
import type { CustomerView } from "../../app/today";
import type { Channel } from "../../domain/channel";
import { addDays, addMonths, isoDay, type Day } from "../../domain/day";
import { parseDay } from "../../domain/day-text";
import type { Demand } from "../../domain/demand";

/** What stands in the form. Days are ISO texts as a date field holds them, "" for none. */
export interface FollowUpDraft {
  readonly channel: Channel;
  readonly said: string;
  readonly day: string;
  readonly demand: Demand | "";
  readonly expectedClose: string;
  readonly agreedDay: string;
  readonly result: string;
  readonly nextStep: string;
}

function isoOrBlank(day: Day | null): string {
  return day === null ? "" : isoDay(day);
}

/** A blank form for a customer: today, and demand and close day as they stand. */
export function blankDraft(customer: CustomerView, asOf: Day, channel: Channel): FollowUpDraft {
  return {
    channel,
    said: "",
    day: isoDay(asOf),
    demand: customer.demand ?? "",
    expectedClose: isoOrBlank(customer.expectedClose),
    agreedDay: "",
    result: "",
    nextStep: "",
  };
}

/** Whether a person has written anything that leaving the form must not lose. */
export function isTouched(draft: FollowUpDraft, blank: FollowUpDraft): boolean {
  const { channel: _draft, ...written } = draft;
  const { channel: _blank, ...empty } = blank;
  return Object.entries(written).some(
    ([field, text]) => empty[field as keyof typeof empty] !== text,
  );
}

/** A date field's text as a day; null where it is empty or half typed. */
export function dayIn(text: string): Day | null {
  if (text === "") return null;
  const read = parseDay(text);
  return read.ok ? read.value : null;
}

/**
 * What the form asks to be logged. Demand and close day that still stand as they stood are left out, so that a
 * colleague's change to them in the meantime is neither overwritten nor a conflict.
 */
export function inputOf(draft: FollowUpDraft, customer: CustomerView, asOf: Day): FollowUpInput {
  const demand = draft.demand === "" ? null : draft.demand;
  const expectedClose = dayIn(draft.expectedClose);
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
