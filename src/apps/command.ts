export interface Output { write(text: string): unknown }

/** One command of `gandan`: its arguments in, the process's exit code out. */
export type Command = (args: string[], out: Output, err: Output) => Promise<number>
