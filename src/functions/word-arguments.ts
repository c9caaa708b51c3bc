import { readDemand, type Demand } from "../domain/demand";
import { readGrade, type Grade } from "../domain/grade";
import { wordArgument } from "./arguments";
import type { CellFailure } from "./cell-failure";
import { argumentNames } from "./messages";

/** The demand argument; blank is null; rule G1. */
export function demandArgument(value: unknown): Demand | null | CellFailure {
  return wordArgument(argumentNames.demand, value, readDemand, {
    zh: "目标、潜在 或 死亡",
    en: "clear, latent or none",
  });
}

/** The grade argument; blank is null. */
export function gradeArgument(value: unknown): Grade | null | CellFailure {
  return wordArgument(argumentNames.grade, value, readGrade, { zh: "A 到 E", en: "A to E" });
}
