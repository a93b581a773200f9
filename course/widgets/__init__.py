"""The widgets: what a learner sets and commits to, connected to the ideas beside this folder."""
