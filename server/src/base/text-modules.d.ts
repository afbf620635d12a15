// Data files that the bundler inlines as text, so that nothing is parsed before it is needed.
declare module '*.jsonl' {
  const text: string;
  export default text;
}
