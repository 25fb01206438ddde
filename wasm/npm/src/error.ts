/** What is wrong with one row of a file, one claim of a list or one field: it has what is known of the place. */
export interface ProblemRow {
  /** Line of the file, from 1, the header line included. */
  line?: number;
  /** Position in the list, from 1. */
  position?: number;
  /** Number of the claim in the frame. */
  number?: number;
  /** Id of the claim. */
  id?: string;
  /** Column of the file, or the way to the value: "modules[2].title". */
  field?: string;
  /** The value that is wrong, shortened if it is long. */
  value?: string;
  /** Code of the error, where it has one. */
  code?: string;
  /** The rule that is broken. */
  message: string;
}

/** An error as the library describes it. */
export interface Problem {
  code: string;
  field?: string;
  message: string;
  rows?: ProblemRow[];
  rowCount?: number;
}

/**
 * Every error of this package but an abort.
 *
 * Codes are those of the library, such as "sampling.size", and of this package: "not_initialized", "closed", "load" (the
 * WebAssembly file or the worker cannot be loaded), "frame_closed", "frame_open", "internal" (a fault in this software).
 */
export class IromathError extends Error {
  override readonly name = "IromathError";
  readonly code: string;
  /** The way to the wrong value in the request, "" where it is not known: "claims[3].paid", counted from 0. */
  readonly field: string;
  /** The wrong rows or claims, at most 1,000 of them. */
  readonly rows: readonly ProblemRow[];
  /** How many wrong rows or claims there are. */
  readonly rowCount: number;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.message, options);
    this.code = problem.code;
    this.field = problem.field ?? "";
    this.rows = problem.rows ?? [];
    this.rowCount = problem.rowCount ?? this.rows.length;
  }
}

/** The problem behind anything that was thrown. */
export function problemOf(thrown: unknown, code: string): Problem {
  if (thrown instanceof IromathError) {
    const { code, field, message, rows, rowCount } = thrown;
    return { code, field, message, rows: [...rows], rowCount };
  }
  return { code, message: thrown instanceof Error ? thrown.message : String(thrown) };
}
