import { headerWidth } from "../../src/tables/header-width";

describe("the width a header asks for", () => {
  it("counts Chinese characters twice, and leaves room for the filter's button", () => {
    expect(headerWidth("等级")).toBe(9);
    expect(headerWidth("Next follow-up")).toBe(19);
    expect(headerWidth("")).toBe(5);
  });

  it("ends where a header is a sentence", () => {
    expect(headerWidth("y".repeat(255))).toBe(28);
  });
});
