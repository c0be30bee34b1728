/** Text files that the bundler and the test runner load as strings. */
declare module '*.yaml' {
  const text: string;
  export default text;
}
declare module '*.txt' {
  const text: string;
  export default text;
}
declare module '*.md' {
  const text: string;
  export default text;
}
