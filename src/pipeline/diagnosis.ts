/**
 * A fault somebody should know of, and what to do about it. `source` is the id of the outlet that it is about; `advice`: all
 * works without it.
 */
export type Diagnosis = { what: string; remedy: string; source?: string; kind?: string; advice?: boolean }
