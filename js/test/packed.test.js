import assert from "node:assert/strict";
import { test } from "node:test";
import { unpack } from "../src/packed.js";

test("texts come back from the list, as names and as values", () => {
  const pack = {
    words: ["perceived intentions"],
    data: { "~0": [1, null, "~0"], other: { "~0": "~~0 as it was" } },
  };
  assert.deepEqual(unpack(pack), {
    "perceived intentions": [1, null, "perceived intentions"],
    other: { "perceived intentions": "~0 as it was" },
  });
});
