/**
 * Every kind of figure, by the name that Python uses for it. A kind has
 *   view(state, act)                  -> a lit-html template; a pure function of the state
 *   asks(state)                       -> {id: question} for the kernel (optional)
 *   revealHere(state, stage, value)   -> what a page without a kernel may show (optional)
 */
import * as check from "./check.js";
import * as claim_sorter from "./claim_sorter.js";
import * as estimate from "./estimate.js";
import * as evidence_balance from "./evidence_balance.js";
import * as four_worlds from "./four_worlds.js";
import * as note from "./note.js";
import * as reading from "./reading.js";
import * as reweigher from "./reweigher.js";
import * as test_square from "./test_square.js";
import * as threat_weigher from "./threat_weigher.js";

export const kinds = {
  check,
  claim_sorter,
  estimate,
  evidence_balance,
  four_worlds,
  note,
  reading,
  reweigher,
  test_square,
  threat_weigher,
};
