"""The marker's side of the graded assignments; it runs no line of a learner's code."""
