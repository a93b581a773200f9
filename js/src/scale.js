/**
 * From numbers to places on the screen and back: a straight line through two points.
 * @param {[number, number]} domain  two numbers
 * @param {[number, number]} range   where they lie, in pixels
 */
export function scaleLinear([d0, d1], [r0, r1]) {
  const at = (a, b, t) => a * (1 - t) + b * t;
  const scale = (value) => at(r0, r1, (value - d0) / (d1 - d0));
  scale.invert = (place) => at(d0, d1, (place - r0) / (r1 - r0));
  return scale;
}
