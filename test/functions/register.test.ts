import { addDays, day, type Day } from "../../src/domain/day";
import { serialFromDay } from "../../src/domain/serial";
import { registerFunctions } from "../../src/functions/register";
import { associatedFunctions, StandInError } from "./custom-functions-stand-in";
import { errorValue } from "./settings-rows";

const today = day("2026-03-01");
let asked = 0;
const clock = (): Day => {
  asked++;
  return today;
};
const functions = associatedFunctions(() => registerFunctions(clock));
const call = (id: string, ...args: unknown[]) => functions.get(id)?.(...args);
const serial = serialFromDay(today, 1900);

beforeEach(() => {
  asked = 0;
});

describe("the functions Excel knows", () => {
  it("are the five of the documentation", () => {
    expect([...functions.keys()]).toEqual([
      "GRADE",
      "NEXTFOLLOWUP",
      "OVERDUEDAYS",
      "CADENCE",
      "URGENCY",
    ]);
  });

  it.each([[null], [undefined], [0], [""], [" "]])(
    "take today for an as-of day left out or blank (%j)",
    (omitted) => {
      expect(call("GRADE", "目标", serial + 10, omitted, null)).toBe("A");
      expect(call("GRADE", "目标", serial - 1, omitted, null)).toBe("A");
      expect(call("OVERDUEDAYS", serial - 5, omitted)).toBe(5);
      expect(call("URGENCY", serial + 8, omitted, null)).toBe("缓急");
      expect(asked).toBe(4);
    },
  );

  it("do not look at the clock when the as-of day is given", () => {
    const asOf = serialFromDay(addDays(today, 100), 1900);
    expect(call("OVERDUEDAYS", serial, asOf)).toBe(100);
    expect(call("GRADE", "目标", serial + 101, asOf, null)).toBe("A");
    expect(call("NEXTFOLLOWUP", "A", serial, null, null, null)).toBe(serial + 1);
    expect(call("CADENCE", "B", null)).toBe(7);
    expect(asked).toBe(0);
  });

  it("do not mind the invocation object that Excel hands over last", () => {
    const invocation = { address: "Sheet1!A1", functionName: "CRM.GRADE" };
    expect(call("GRADE", "潜在", null, serial, null, invocation)).toBe("D");
    expect(call("NEXTFOLLOWUP", "A", serial, null, null, null, invocation)).toBe(serial + 1);
    expect(call("CADENCE", "A", null, invocation)).toBe(1);
  });

  it("throw a failure as Excel's error, with its message", () => {
    expect(thrownBy("GRADE", "?", null, serial, null)).toMatchObject({
      code: "#VALUE!",
      message: expect.stringContaining("Argument demand") as string,
    });
    expect(thrownBy("GRADE", errorValue("#N/A"), null, serial, null).code).toBe("#N/A");
    expect(thrownBy("OVERDUEDAYS", serial, errorValue("#REF!")).message).toContain("#REF!");
  });
});

function thrownBy(id: string, ...args: unknown[]): StandInError {
  try {
    call(id, ...args);
  } catch (error) {
    if (error instanceof StandInError) return error;
    throw error;
  }
  throw new Error(`${id} answered`);
}
