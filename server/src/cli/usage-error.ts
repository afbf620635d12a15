// What is a mistake on the command line? One that a plain sentence says, with exit code 2.

export class UsageError extends Error {}
