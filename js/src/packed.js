/**
 * A figure's data as a page holds them: texts that recur stand once, in a list, and elsewhere by
 * their place in it, as "~1f" (see `packed` in course/site/staging.py).
 * @param {{words: string[], data: unknown}} pack
 */
export function unpack({ words, data }) {
  const text = (said) => {
    if (!said.startsWith("~")) return said;
    return said.startsWith("~~") ? said.slice(1) : words[parseInt(said.slice(1), 16)];
  };
  const open = (value) => {
    if (typeof value === "string") return text(value);
    if (Array.isArray(value)) return value.map(open);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [text(name), open(part)]));
  };
  return open(data);
}
