import { useEffect, useState } from "react";

/** What is over before that shows no bar. */
const atOnceMs = 200;

/** Whether what this component stands for has lasted long enough to be shown. */
export function useLasting(): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLasts(true), atOnceMs);
    return () => clearTimeout(timer);
  }, []);
  return lasts;
}
