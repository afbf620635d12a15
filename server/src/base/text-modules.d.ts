// Files that the bundler inlines as text: data, so that nothing is parsed before it is needed, and the style sheet of a page.
declare module '*.jsonl' {
  const text: string;
  export default text;
}
declare module '*.css' {
  const text: string;
  export default text;
}
