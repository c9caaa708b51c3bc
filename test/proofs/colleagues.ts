import { AsyncLocalStorage } from "node:async_hooks";
import type { Workbook } from "../../src/app/workbook";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { ExcelHost } from "../../src/host/excel-host";
import { Workbook as Model } from "../../src/host/model/workbook";
import { anotherOfficeClient, officeClient, type OfficeClient } from "../office-client";
import { Stage } from "./stage";

/** Several people with the same workbook open, each with an add-in on an office.js of their own. */
export interface Colleagues {
  readonly host: ExcelHost;
  readonly stage: Stage;
  /** Opens another workbook in place of the present one; each colleague's port comes fresh. */
  open(model: Model): readonly Colleague[];
}

export interface Colleague {
  readonly number: number;
  readonly port: Workbook;
  /** Runs work as this colleague: `Excel` is theirs in it, also after every await. */
  as<T>(work: () => Promise<T>): Promise<T>;
}

/** Loads office.js once for each colleague and keeps their globals apart. */
export async function connectColleagues(count: number): Promise<Colleagues> {
  const first = new Model();
  first.addSheet("Sheet1");
  const host = new ExcelHost(first);
  const stage = new Stage();
  const offices: OfficeClient[] = [];
  for (let number = 0; number < count; number += 1) {
    const client = stage.gated(host.connect(), number);
    offices.push(number === 0 ? await officeClient(client) : await anotherOfficeClient(client));
  }
  const acting = new AsyncLocalStorage<OfficeClient>();
  Object.defineProperty(globalThis, "Excel", {
    configurable: true,
    get: () => (acting.getStore() ?? offices[0])?.Excel,
  });
  return {
    host,
    stage,
    open(model) {
      host.replaceWorkbook(model);
      return offices.map((office, number) => ({
        number,
        port: excelWorkbook(),
        as: (work) => acting.run(office, work),
      }));
    },
  };
}
