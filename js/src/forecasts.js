/**
 * The scores of forecasts, once more in JavaScript: course/forecasts.py has the reasons and the
 * sources, and test/cases holds both to the same numbers.
 */

/**
 * The squared distance between a chance, from 0 to 1, and what happened; null for no chance.
 * @param {number | null} chance
 * @param {boolean} happened
 */
export function penalty(chance, happened) {
  if (!Number.isFinite(chance) || chance < 0 || chance > 1) return null;
  return (chance - (happened ? 1 : 0)) ** 2;
}

/** A penalty or a score as it is printed: ".09", "0", "1"; more digits where two would show ".00". */
export function scoreText(score) {
  if (score === null || score === undefined || Number.isNaN(score)) return "–";
  if (score === 0 || score === 1) return String(score);
  return score.toFixed(score < 0.00995 ? 4 : 2).replace(/^0/, "");
}

/**
 * Points as shares of their total; null while one is unset or all are 0.
 * @param {Array<number | null | undefined>} points
 * @returns {number[] | null}
 */
export function sharesOf(points) {
  if (!points.length || !points.every((n) => Number.isFinite(n) && n >= 0)) return null;
  const total = points.reduce((sum, n) => sum + n, 0);
  return total > 0 ? points.map((n) => n / total) : null;
}
