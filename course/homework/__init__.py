"""The learner's side of the graded assignments: numbers, questions, public checks, rubrics."""
