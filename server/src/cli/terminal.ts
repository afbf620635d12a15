// What does a command know of the terminal it runs in?

export interface Terminal {
  readonly out: { write(text: string): void; readonly isTTY: boolean; readonly columns: number };
  readonly err: { write(text: string): void; readonly isTTY: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Today as YYYY-MM-DD. */
  readonly today: string;
}
