import { addDays, type Day } from "../src/domain/day";
import { serialFromDay } from "../src/domain/serial";
import { CellFailure } from "../src/functions/cell-failure";
import { grade } from "../src/functions/grade";
import { nextFollowup } from "../src/functions/next-follow-up";
import { saveXlsx } from "../src/host/file/save";
import { Workbook } from "../src/host/model/workbook";
import { columnLetters } from "../src/tables/a1";
import { customerTwins } from "../src/tables/native/twins";
import { withPlainFormulas } from "../test/tables/native/plain-formulas";
import { layOutReadings, layOutSettings, today } from "../test/tables/native/twin-book";
import { usual } from "../test/tables/native/twin-samples";

const firstSheet = "xl/worksheets/sheet1.xml";
const columns = [
  "demand",
  "expectedClose",
  "lastFollowUp",
  "agreedDay",
  "createdDay",
  "grade",
  "nextFollowUp",
];
const demandWords = ["目标", "目标", "目标", "潜在", "死亡"];

/**
 * A workbook of customers whose grade and next day are native twins, with their answers stored. The formulas are
 * written once and shared down their columns, as Excel writes columns filled down.
 *
 * @param formulas - false: the answers alone, for comparison
 */
export async function twinsFile(rowCount: number, formulas = true): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Customers");
  const settings = usual(1900);
  const serial = (d: Day) => serialFromDay(d, 1900);
  const answers: (readonly [string, string])[] = [];
  for (let row = 0; row < rowCount; row++) {
    const demand = demandWords[row % demandWords.length] ?? "";
    const close = serial(addDays(today, ((row * 37) % 320) - 20));
    const last = serial(addDays(today, -((row * 53) % 400)));
    sheet.cells.setValue(row, 0, demand);
    sheet.cells.setValue(row, 1, close);
    sheet.cells.setValue(row, 2, last);
    const letter = grade(
      demand,
      close,
      settings.asOf,
      settings.horizons.map((cells) => [...cells]),
    );
    const next = nextFollowup(
      letter,
      last,
      null,
      settings.cadences.map((cells) => [...cells]),
    );
    if (letter instanceof CellFailure || next instanceof CellFailure)
      throw new Error(`Row ${row} cannot be worked out`);
    answers.push([letter, String(next)]);
  }
  [customerTwins.grade, customerTwins.nextFollowUp].forEach((twin, index) => {
    const text = twin.replaceAll(
      /\{(\w+)\}/gu,
      (_, column: string) => `$${columnLetters(columns.indexOf(column))}1`,
    );
    sheet.cells.setFormula(0, 5 + index, { text });
    const answer = answers[0]?.[index] ?? "";
    sheet.cells.setValue(0, 5 + index, index === 0 ? answer : Number(answer));
  });
  layOutSettings(workbook, settings);
  layOutReadings(workbook);
  const file = sharedDown(await saveXlsx(workbook), answers);
  if (formulas) return file;
  return withPlainFormulas(file, (path, xml) =>
    path === firstSheet ? xml.replaceAll(/<f [^>]*>[^<]*<\/f>|<f [^>]*\/>/gu, "") : xml,
  );
}

function sharedDown(file: Uint8Array, answers: readonly (readonly [string, string])[]): Uint8Array {
  return withPlainFormulas(file, (path, xml) =>
    path === firstSheet ? sharedIn(xml, answers) : xml,
  );
}

function sharedIn(xml: string, answers: readonly (readonly [string, string])[]): string {
  let formula = 0;
  const firstShared = xml.replaceAll("<f>", () => {
    const letter = columnLetters(5 + formula);
    return `<f t="shared" ref="${letter}1:${letter}${answers.length}" si="${formula++}">`;
  });
  let row = 0;
  const all = firstShared.replaceAll("</row>", () => {
    const [letter, next] = answers[row++] ?? ["", ""];
    if (row === 1) return "</row>";
    return (
      `<c r="F${row}" t="str"><f t="shared" si="0"/><v>${letter}</v></c>` +
      `<c r="G${row}"><f t="shared" si="1"/><v>${next}</v></c></row>`
    );
  });
  if (formula !== 2 || row !== answers.length)
    throw new Error(`the sheet is written otherwise: ${formula} formulas, ${row} rows`);
  return all;
}
