import { FewWords } from "../../src/excel/few-words";

describe("the words of a column that is read", () => {
  test("every cell comes out as it went in, also where words or kinds of cells are many", () => {
    const words = new FewWords();
    const cells = Array.from({ length: 2_000 }, (_, at) =>
      at % 3 === 0 ? `客户${at}` : at % 3 === 1 ? "目标" : ([null, "", at, true] as const)[at % 4]!,
    );
    expect(cells.map((cell) => words.one(cell))).toEqual(cells);
  });

  test("a list's words are kept once each; a column of names keeps none", () => {
    const list = new FewWords();
    const names = new FewWords();
    for (let at = 0; at < 1_000; at += 1) {
      list.one(["目标", "潜在", "死亡"][at % 3]!);
      names.one(`客户${at}`);
    }
    expect(list.count).toBe(3);
    expect(names.count).toBeNull();
  });
});
