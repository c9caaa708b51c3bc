import fc from "fast-check";
import type { Identity } from "../../../src/domain/matching/subject";

export function identity(id: string, facts: Partial<Omit<Identity, "id">>): Identity {
  return { id, name: "", phone: "", creditCode: "", contact: "", ...facts };
}

/** Names built from the parts names are built from, so that likeness happens often. */
const names: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("", "上海", "北京市", "廣東省深圳市", "(中国)"),
    fc.constantFrom(
      "华瑞电子",
      "華瑞電子",
      "华锐电子",
      "启明精密制造",
      "天和",
      "Acme Trading",
      "Acme Tradings",
    ),
    fc.constantFrom("", "（上海）", "（东店）", " 科技"),
    fc.constantFrom("", "有限公司", "股份有限公司", "集团", " Co., Ltd."),
  )
  .map((parts) => parts.join(""));

export const identities: fc.Arbitrary<Identity> = fc.record({
  id: fc.string({ minLength: 1, maxLength: 3 }),
  name: fc.oneof(names, fc.string({ unit: "grapheme", maxLength: 12 })),
  phone: fc.constantFrom("", "13912345678", "+86 139 1234 5678", "021-62345678", "13800000000"),
  creditCode: fc.constantFrom("", "91350100M000100Y43", "11320000MB151840XJ", "12345"),
  contact: fc.constantFrom("", "王芳", "李雷"),
});
