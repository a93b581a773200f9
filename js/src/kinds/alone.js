/**
 * The kinds that are worth having on a page without Python (`lives_alone` in course/widgets); a
 * page loads these and no others.
 */
import * as argument_map from "./argument_map.js";
import * as evidence_balance from "./evidence_balance.js";
import * as four_worlds from "./four_worlds.js";
import * as reference_point from "./reference_point.js";
import * as reweigher from "./reweigher.js";
import * as threat_weigher from "./threat_weigher.js";

export const alone = {
  argument_map,
  evidence_balance,
  four_worlds,
  reference_point,
  reweigher,
  threat_weigher,
};
