/**
 * The kinds that are worth having on a page without Python (`lives_alone` in course/widgets); a
 * page loads these and no others.
 */
import * as argument_map from "./argument_map.js";
import * as four_worlds from "./four_worlds.js";
import * as reference_point from "./reference_point.js";
import * as reweigher from "./reweigher.js";
import * as test_square from "./test_square.js";
import * as threat_weigher from "./threat_weigher.js";

export const alone = {
  argument_map,
  four_worlds,
  reference_point,
  reweigher,
  test_square,
  threat_weigher,
};
