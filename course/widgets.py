"""Widgets that ask: a choice, a text, a number, and the sorting of claims."""

from __future__ import annotations

from course.bridge import CourseWidget

__all__ = ["CourseWidget"]
