/** A report without a form: what the printouts of text, Markdown and HTML are made of. Figures are texts. */
export interface ReportDocument {
  title: string;
  subtitle?: string;
  /** Stand below the title: who, what, when. */
  rows?: DocumentRow[];
  sections: { title: string; blocks: DocumentBlock[] }[];
}

/** A label and its value. */
export interface DocumentRow {
  label: string;
  value: string;
  /** Says more about the value, in figures only. */
  note?: string;
  /** The row is a part of what stands above it. */
  part?: boolean;
}

/** One of its fields; the others are left out. */
export interface DocumentBlock {
  /** The title of what follows within a section. */
  heading?: string;
  paragraph?: string;
  list?: string[];
  /** The few values that a reader looks for first. */
  figures?: DocumentRow[];
  rows?: DocumentRow[];
  /** Words with their meaning. */
  terms?: DocumentRow[];
  table?: DocumentTable;
  printout?: { title: string; text: string };
  chart?: DocumentChart;
}

export interface DocumentTable {
  caption?: string;
  columns: { title: string; figures?: boolean; prose?: boolean }[];
  rows: string[][];
  total?: string[];
}

/** A picture as data, with what it shows in words and in figures. */
export interface DocumentChart {
  kind: "bars" | "histogram" | "intervals" | "curve";
  title: string;
  /** Says in words what there is to see. */
  alternative: string;
  x: { title: string; unit: string };
  /** The vertical axis of histograms and curves. */
  y?: { title: string; unit: string };
  points: DocumentPoint[];
  /** A value of the y axis to hold the curve against. */
  target?: DocumentPoint;
  /** The same figures. */
  table: DocumentTable;
}

export interface DocumentPoint {
  label?: string;
  value: string;
  low?: string;
  high?: string;
  /** Stands out. */
  marked?: boolean;
}
