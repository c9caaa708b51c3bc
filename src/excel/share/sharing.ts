import { fetched } from "../../app/later";
import type { Sharing } from "../../app/share/sharing";
import type { WorkbookFailure } from "../../app/workbook/failures";
import { ok } from "../../domain/result";
import { look } from "../describe";
import { inExcel } from "../run";

const calls = () => import(/* webpackChunkName: "excel-rest" */ "./own-calls");
const values = () => import(/* webpackChunkName: "excel-rest" */ "./own-values");
const sheets = () => import(/* webpackChunkName: "excel-rest" */ "./sheets");
const copies = () => import(/* webpackChunkName: "excel-rest" */ "./copies");

/** Handing the workbook on: the part of the port that needs nothing of what was seen before. */
export const sharing: Sharing<WorkbookFailure> = {
  findOwnCalls: async (besides, onProgress = () => undefined) => {
    const part = await fetched(calls);
    if (!part.ok) return part;
    return inExcel(async (session) =>
      part.value.findOwnCalls(session, await look(session), besides, onProgress),
    );
  },

  findOwnValues: async () => {
    const part = await fetched(values);
    if (!part.ok) return part;
    return inExcel(async (session) =>
      ok(await part.value.findOwnValues(session, await look(session))),
    );
  },

  forgetOwn: async () => {
    const part = await fetched(sheets);
    return part.ok ? inExcel((session) => part.value.forgetOwn(session)) : part;
  },

  showCells: async (range) => {
    const part = await fetched(calls);
    return part.ok ? inExcel((session) => part.value.showCells(session, range)) : part;
  },

  opensCopies: () =>
    Office.context.requirements.isSetSupported("ExcelApi", "1.8") &&
    Office.context.requirements.isSetSupported("CompressedFile", "1.1"),

  takeCopy: async (onProgress = () => undefined) => {
    const part = await fetched(copies);
    return part.ok ? part.value.takeCopy(onProgress) : part;
  },

  openCopy: async (copy) => {
    const part = await fetched(copies);
    return part.ok ? part.value.openCopy(copy) : part;
  },
};
