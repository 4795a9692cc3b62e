/** What bundleProgram.mjs offers to programs in TypeScript. */
export function bundleProgram(root: string, entry: string): Promise<string>
