"""A small server for a class: JupyterHub, and nbgrader's exchange between teacher and students."""
