/**
 * Every kind of figure, by the name that Python uses for it. A kind has
 *   view(state, act)                  -> a lit-html template; a pure function of the state
 *   asks(state)                       -> {id: question} for the kernel (optional)
 *   revealHere(state, stage, value)   -> what a page without a kernel may show (optional)
 */
import * as argument_map from "./argument_map.js";
import * as check from "./check.js";
import * as choose_first from "./choose_first.js";
import * as claim_sorter from "./claim_sorter.js";
import * as controversy from "./controversy.js";
import * as curve_lab from "./curve_lab.js";
import * as domain_coder from "./domain_coder.js";
import * as estimate from "./estimate.js";
import * as factor_weigher from "./factor_weigher.js";
import * as evidence_balance from "./evidence_balance.js";
import * as four_worlds from "./four_worlds.js";
import * as holdout from "./holdout.js";
import * as note from "./note.js";
import * as odds_diary from "./odds_diary.js";
import * as reading from "./reading.js";
import * as reference_point from "./reference_point.js";
import * as reweigher from "./reweigher.js";
import * as test_square from "./test_square.js";
import * as threat_weigher from "./threat_weigher.js";
import * as verdict from "./verdict.js";

export const kinds = {
  argument_map,
  check,
  choose_first,
  claim_sorter,
  controversy,
  curve_lab,
  domain_coder,
  estimate,
  factor_weigher,
  evidence_balance,
  four_worlds,
  holdout,
  note,
  odds_diary,
  reading,
  reference_point,
  reweigher,
  test_square,
  threat_weigher,
  verdict,
};
