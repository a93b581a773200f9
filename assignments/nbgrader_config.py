"""nbgrader's settings for this course; the course's own steps are in course/grading/config.py.

Give `course_id` a name of your own, and your students get other numbers than other classes.
"""

from course.grading.config import configure

c = configure(get_config())  # type: ignore[name-defined] # noqa: F821 (nbgrader gives it)
c.CourseDirectory.course_id = "threat-power-loss"
