"""How nbgrader is set up for this course: its stock chains, with our steps at their places."""

from __future__ import annotations

from typing import Any

from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbgrader import preprocessors as stock

from course.grading.steps import LeaveOutGuide, MarkAnswers, Mend, SetCourse, TakeFiles
from course.homework.draws import COURSE
from course.homework.writing import STUB

SECONDS = 30
"""How long one cell may run."""


def configure(c: Any) -> Any:
    """Fill in a configuration object (what ``get_config()`` gives in a configuration file)."""
    c.CourseDirectory.course_id = COURSE
    c.ClearSolutions.code_stub = {"python": ""}  # the line with the three dots stands above it
    c.ClearSolutions.text_stub = STUB
    c.GenerateAssignment.preprocessors = [
        stock.IncludeHeaderFooter,
        SetCourse,
        stock.LockCells,
        stock.ClearSolutions,
        stock.ClearOutput,
        stock.CheckCellMetadata,
        stock.ComputeChecksums,
        stock.SaveCells,
        stock.ClearHiddenTests,
        stock.ClearMarkScheme,
        stock.ComputeChecksums,
        stock.CheckCellMetadata,
    ]
    c.Autograde.sanitize_preprocessors = [
        stock.ClearOutput,
        Mend,
        stock.DeduplicateIds,
        stock.OverwriteKernelspec,
        stock.OverwriteCells,
        stock.CheckCellMetadata,
    ]
    c.Autograde.autograde_preprocessors = [
        TakeFiles,
        stock.Execute,
        MarkAnswers,
        stock.LimitOutput,
        stock.SaveAutoGrades,
        stock.AssignLatePenalties,
        stock.CheckCellMetadata,
    ]
    c.OverwriteCells.add_missing_cells = True
    c.Execute.timeout = SECONDS
    c.Execute.extra_arguments = ["--IPKernelApp.log_level=ERROR"]  # no chatter on the terminal
    c.GenerateFeedback.preprocessors = [
        stock.GetGrades,
        LeaveOutGuide,
        CSSHTMLHeaderPreprocessor,
    ]
    return c
