"""An installation through its life: what is wrong with it, a new version, and goodbye.

``start.py`` uses these modules where the environment may be broken, so they import the standard
library only, and of the course only what does the same.
"""
