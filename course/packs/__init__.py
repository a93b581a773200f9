"""Case packs: the material that the widgets run on, so that a teacher can swap it."""
