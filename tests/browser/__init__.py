"""Tests in a real browser: JupyterLab, the lessons, the widgets."""
