/**
 * JSON as Python reads and writes it. A line of a journal is numbered (SHA-256) in the one form that
 * Python's `json.dumps(ensure_ascii=False, sort_keys=True)` gives, so this page must find the same
 * form, to the last character. JSON.parse would not do: it forgets 1.0 and -0.0, rounds whole
 * numbers above 2^53, and sorts nothing.
 *
 * @typedef {object} Node          a value that was read
 * @property {string} kind         object, list, text, whole, float, bool or null
 * @property {string} text         its canonical form
 * @property {string} [value]      of a text: what it says
 * @property {Map<string, Node>} [members]  of an object
 */

export const DEEPEST = 100; // brackets within brackets, as course/journal.py has it
const LONGEST_NUMBER = 4300; // digits of a whole number; Python reads no more

const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const BLANK = /[ \t\n\r]*/y;
const PLAIN = /[^"\\\x00-\x1f]*/y;
const ESCAPES = { '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
const WORDS = { null: "null", true: "bool", false: "bool", NaN: "float", Infinity: "float", "-Infinity": "float" };

/** Read one value. @returns {Node} @throws {SyntaxError} where Python throws a ValueError */
export function parse(source) {
  let at = 0;
  const fail = () => {
    throw new SyntaxError(`not JSON at ${at}`);
  };
  const match = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) at += found[0].length;
    return found;
  };
  const blank = () => match(BLANK);

  function value(depth) {
    const sign = source[at];
    if (sign === "{" || sign === "[") {
      if (depth > DEEPEST) fail();
      return sign === "{" ? object(depth) : list(depth);
    }
    if (sign === '"') return text();
    const word = Object.keys(WORDS).find((name) => source.startsWith(name, at));
    if (word) {
      at += word.length;
      return { kind: WORDS[word], text: word };
    }
    const found = match(NUMBER);
    return found ? number(found) : fail();
  }

  function number([whole, fraction, exponent]) {
    if (fraction || exponent) return { kind: "float", text: floatText(Number(whole)) };
    if (whole.replace("-", "").length > LONGEST_NUMBER) fail();
    return { kind: "whole", text: whole === "-0" ? "0" : whole };
  }

  function text() {
    at += 1;
    let said = "";
    for (;;) {
      said += match(PLAIN)[0];
      const sign = source[at];
      at += 1;
      if (sign === '"') return { kind: "text", value: said, text: quoted(said) };
      if (sign !== "\\") fail(); // a control character, or the end
      const letter = source[at];
      at += 1;
      if (letter === "u") {
        const digits = source.slice(at, at + 4);
        if (!/^[0-9a-fA-F]{4}$/.test(digits)) fail();
        said += String.fromCharCode(parseInt(digits, 16));
        at += 4;
      } else if (Object.hasOwn(ESCAPES, letter ?? "")) said += ESCAPES[letter];
      else fail();
    }
  }

  function list(depth) {
    const items = [];
    at += 1;
    blank();
    if (source[at] !== "]") {
      for (;;) {
        items.push(value(depth + 1).text);
        blank();
        if (source[at] !== ",") break;
        at += 1;
        blank();
      }
    }
    if (source[at] !== "]") fail();
    at += 1;
    return { kind: "list", text: `[${items.join(", ")}]` };
  }

  function object(depth) {
    const members = new Map();
    at += 1;
    blank();
    if (source[at] !== "}") {
      for (;;) {
        if (source[at] !== '"') fail();
        const name = text().value;
        blank();
        if (source[at] !== ":") fail();
        at += 1;
        blank();
        members.set(name, value(depth + 1));
        blank();
        if (source[at] !== ",") break;
        at += 1;
        blank();
      }
    }
    if (source[at] !== "}") fail();
    at += 1;
    return { kind: "object", members, text: objectText(members) };
  }

  blank();
  const found = value(1);
  blank();
  return at === source.length ? found : fail();
}

/** An object in canonical form: its names in the order of Unicode, not of UTF-16. */
export function objectText(members) {
  const names = [...members.keys()].sort(byCodePoint);
  return `{${names.map((name) => `${quoted(name)}: ${members.get(name).text}`).join(", ")}}`;
}

function byCodePoint(one, other) {
  const [a, b] = [[...one], [...other]];
  for (let n = 0; n < Math.min(a.length, b.length); n += 1) {
    const difference = a[n].codePointAt(0) - b[n].codePointAt(0);
    if (difference) return difference;
  }
  return a.length - b.length;
}

/** A text in quotation marks, as Python writes it: only what must be escaped is. */
export function quoted(text) {
  const short = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f" };
  const escaped = text.replace(/["\\\x00-\x1f]/g, (sign) =>
    short[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `"${escaped}"`;
}

/** A float as Python's repr writes it: the same digits as here, another choice of exponents. */
export function floatText(number) {
  if (!Number.isFinite(number)) return Number.isNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
  const sign = number < 0 || Object.is(number, -0) ? "-" : "";
  const [mantissa, power] = Math.abs(number).toExponential().split("e");
  const digits = mantissa.replace(".", "");
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 16) {
    const rest = digits.slice(1);
    const size = String(Math.abs(exponent)).padStart(2, "0");
    return `${sign}${digits[0]}${rest && `.${rest}`}e${exponent < 0 ? "-" : "+"}${size}`;
  }
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  return `${sign}${whole}.${digits.slice(exponent + 1) || "0"}`;
}

/** Whether a text holds half a character, which no file can hold. */
export const broken = (text) => /[\ud800-\udfff]/u.test(text);
