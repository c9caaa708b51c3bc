/** What the health check is at. */
export type HealthWork =
  | { readonly name: "idle" }
  | { readonly name: "checking"; readonly share: number }
  | { readonly name: "fixing"; readonly share: number; readonly cancelling: boolean };

/** Mending, further on. Putting back what was written tells its progress as well: a cancel stays one. */
export function fixingOn(now: HealthWork, share: number): HealthWork {
  return { name: "fixing", share, cancelling: now.name === "fixing" && now.cancelling };
}

/** A person has had enough: checking ends at once, mending only when all is put back. */
export function stopped(now: HealthWork): HealthWork {
  return now.name === "fixing" ? { ...now, cancelling: true } : { name: "idle" };
}
