/**
 * The part of TOML that the catalogues of single texts use: comments, and lines `name = "text"`.
 * Anything else is refused, so that nothing is read otherwise than Python reads it.
 */
export function plainToml(source, name = "the file") {
  const found = {};
  for (const [index, line] of source.split("\n").entries()) {
    if (/^\s*(#.*)?$/.test(line)) continue;
    const [, key, text] = /^([a-z][a-z0-9_]*) = ("(?:[^"\\\u0000-\u001f]|\\["\\nt])*")$/.exec(line) ?? [];
    if (!key || Object.hasOwn(found, key)) throw new Error(`${name}, line ${index + 1}: not a line of the form name = "text"`);
    found[key] = JSON.parse(text);
  }
  return found;
}
