import type { Workbook } from "../model/workbook";

const msPerDay = 86_400_000;
const unknownDay = { serial: Number.NaN, date1904: false, from: Number.NaN, to: Number.NaN };

/** The clock behind TODAY() and NOW(), in the workbook's date system. */
export class CalculationClock {
  #clock: () => Date = () => new Date();
  #moment: number | null = null;
  /** The calendar day last asked for, with the instants it begins and ends at. */
  #day = unknownDay;

  constructor(private readonly workbook: Workbook) {}

  set(now: () => Date): void {
    this.#clock = now;
    this.#day = unknownDay;
  }

  /** The next NOW() reads the clock again. */
  forgetMoment(): void {
    this.#moment = null;
  }

  /** One moment per calculation: two cells that say NOW() agree. */
  now(): number {
    this.#moment ??= serialOf(this.#clock(), this.workbook.date1904);
    return this.#moment;
  }

  /** The calendar day as a serial number. */
  today(): number {
    const now = this.#clock();
    const instant = now.getTime();
    const { date1904 } = this.workbook;
    const { from, to } = this.#day;
    // Asked for each cell that is painted: the calendar is opened once a day.
    if (!(instant >= from && instant < to && this.#day.date1904 === date1904)) {
      const [year, month, date] = [now.getFullYear(), now.getMonth(), now.getDate()];
      this.#day = {
        serial: Math.floor(serialOf(now, date1904)),
        date1904,
        from: new Date(year, month, date).getTime(),
        to: new Date(year, month, date + 1).getTime(),
      };
    }
    const { serial } = this.#day;
    if (this.#moment !== null && Math.floor(this.#moment) !== serial) {
      this.#moment = serialOf(now, date1904);
    }
    return serial;
  }
}

/** A moment as Excel numbers it: days since the workbook's epoch in local time, 1900 counting its fictitious 29 February. */
function serialOf(moment: Date, date1904: boolean): number {
  const local = Date.UTC(
    moment.getFullYear(),
    moment.getMonth(),
    moment.getDate(),
    moment.getHours(),
    moment.getMinutes(),
    moment.getSeconds(),
    moment.getMilliseconds(),
  );
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return (local - epoch) / msPerDay;
}
