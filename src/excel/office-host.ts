/** The add-in's surroundings in Office: readiness, ribbon, and what this computer remembers. */

export interface HostFacts {
  /** Whether the page runs inside Excel. */
  readonly inExcel: boolean;
  /** As Office names it: "PC", "Mac", "OfficeOnline". */
  readonly platform: string;
  /** The language of Excel's menus, a BCP 47 tag. */
  readonly displayLanguage: string;
}

/** Waits until Office can be talked to. */
export async function officeReady(): Promise<HostFacts> {
  const { host, platform } = await Office.onReady();
  const inExcel = host === Office.HostType.Excel;
  return {
    inExcel,
    platform: String(platform),
    displayLanguage: inExcel ? Office.context.displayLanguage : navigator.language,
  };
}

/** Whether Excel can call functions and commands of this page; an iPad shows the pane only. */
export function hasSharedRuntime(): boolean {
  return Office.context.requirements.isSetSupported("SharedRuntime", "1.1");
}

/**
 * Makes a ribbon command known to Office. Excel greys the button out until the event is completed, therefore it is
 * completed on every path, also when the handler throws.
 *
 * @see https://learn.microsoft.com/javascript/api/office/office.actions
 */
export function associateCommand(name: string, handler: () => Promise<void>): void {
  Office.actions.associate(name, (event?: Office.AddinCommands.Event) => {
    void handler().finally(() => {
      // A keyboard shortcut calls without an event.
      event?.completed();
    });
  });
}

/**
 * Shows the pane. Installed from the Marketplace, Excel may not let an add-in open it: then the person opens it with
 * its own button, and what a command asked for is waiting there.
 *
 * @returns whether Excel showed it
 */
export async function showPane(): Promise<boolean> {
  try {
    await Office.addin.showAsTaskpane();
    return true;
  } catch {
    return false;
  }
}

/** Small choices of a person on this computer. */
export interface Preferences {
  read(key: string): string | null;
  write(key: string, value: string): void;
}

/**
 * Preferences in localStorage, apart for each site that embeds Excel; in memory where storage is blocked.
 *
 * @see https://learn.microsoft.com/office/dev/add-ins/develop/persisting-add-in-state-and-settings#browser-storage
 */
export function officePreferences(): Preferences {
  const memory = new Map<string, string>();
  const keyOf = (key: string): string => `${Office.context.partitionKey || ""}keepsheet.${key}`;
  const storage = usableStorage();
  if (storage === null) {
    return {
      read: (key) => memory.get(key) ?? null,
      write: (key, value) => void memory.set(key, value),
    };
  }
  return {
    read: (key) => storage.getItem(keyOf(key)),
    write: (key, value) => {
      storage.setItem(keyOf(key), value);
    },
  };
}

function usableStorage(): Storage | null {
  const probe = "keepsheet.probe";
  try {
    window.localStorage.setItem(probe, probe);
    window.localStorage.removeItem(probe);
    return window.localStorage;
  } catch {
    // Blocked by the browser's settings: not an error, only nothing is remembered beyond this session.
    return null;
  }
}
