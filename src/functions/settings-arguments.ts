import {
  defaultCadences,
  defaultHorizons,
  defaultUrgencyBounds,
  readCadences,
  readHorizons,
  readUrgencyBounds,
  type LimitsFailure,
} from "../domain/limits";
import type { CellArea } from "../domain/cell";
import type { Result } from "../domain/result";
import type { DateSystem } from "../domain/serial";
import { readHolidays, type WorkCalendar } from "../domain/workdays";
import { areaArgument } from "./arguments";
import { CellFailure } from "./cell-failure";
import { argumentNames, type ArgumentName } from "./messages";
import { rememberLast } from "./remember";
import { holidaysFailure, limitsFailure } from "./settings-messages";

/** What an omitted settings area stands for, numbered as most workbooks are. */
function withDefaults<Limits>(
  argument: ArgumentName,
  read: (area: CellArea) => Result<Limits, LimitsFailure>,
  defaults: NoInfer<Limits>,
): (value: unknown) => Limits | CellFailure {
  return rememberLast((value) => {
    const area = areaArgument(argument, value);
    if (area === null) return defaults;
    if (area instanceof CellFailure) return area;
    const limits = read(area);
    return limits.ok ? limits.value : limitsFailure(argument, limits.error);
  });
}

/** The horizons argument; omitted, 1, 3 and 6 months; rule G4. */
export const horizonsArgument = withDefaults(argumentNames.horizons, readHorizons, {
  horizons: defaultHorizons,
  dateSystem: 1900,
});

/** The cadences argument; omitted, 1, 7, 15 and 30 days and 1 year; rule F1. */
export const cadencesArgument = withDefaults(argumentNames.cadences, readCadences, {
  cadences: defaultCadences,
  dateSystem: 1900,
});

/** The bounds argument; omitted, 7 days, 1 and 3 months; rule D3. */
export const boundsArgument = withDefaults(argumentNames.bounds, readUrgencyBounds, {
  bounds: defaultUrgencyBounds,
  dateSystem: 1900,
});

const holidaysReaders = { 1900: holidaysReader(1900), 1904: holidaysReader(1904) } as const;

/** The holidays argument; omitted or blank, null: natural days; rule F3. */
export function holidaysArgument(
  value: unknown,
  system: DateSystem,
): WorkCalendar | null | CellFailure {
  return holidaysReaders[system](value);
}

function holidaysReader(system: DateSystem): (value: unknown) => WorkCalendar | null | CellFailure {
  return rememberLast((value) => {
    const area = areaArgument(argumentNames.holidays, value);
    if (area === null || area instanceof CellFailure) return area;
    const calendar = readHolidays(area, system);
    return calendar.ok ? calendar.value : holidaysFailure(calendar.error);
  });
}
