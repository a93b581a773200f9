"""How Sphinx makes the pages to read. `course.site.reading` copies this beside the staged pages."""

project = "Threat, Power, Loss"
author = "The authors of Threat, Power, Loss"
language = "en_GB"
html_title = project

extensions = ["myst_nb", "course.site.sphinx_parts"]
html_math_renderer = "mathml"
exclude_patterns = ["parts/*"]
show_warning_types = True

# Lessons are shown as they were saved.
nb_execution_mode = "off"
nb_append_css = False
nb_merge_streams = True
myst_enable_extensions = ["deflist", "dollarmath"]
myst_heading_anchors = 3

html_theme = "furo"
templates_path = ["templates"]
html_static_path = ["static"]
html_extra_path = ["extra"]
html_favicon = "static/favicon.svg"
html_css_files = ["site.css"]
html_js_files = [("site-pages.js", {"defer": "defer"})]
html_copy_source = False
html_show_sourcelink = False
html_use_index = False
html_permalinks_icon = "#"
html_last_updated_fmt = None
highlight_language = "none"  # the little code there is stands folded, in one colour

# Blue of the course's charts, in the lightness that reads well on either ground.
_LIGHT = {
    "color-brand-primary": "#005f96",
    "color-brand-content": "#005f96",
    "color-link--visited": "#005f96",
    "color-link--visited--hover": "#005f96",
    "color-background-primary": "#ffffff",
    "color-background-secondary": "#f6f7f9",
    "color-foreground-primary": "#1b1f24",
    "color-foreground-secondary": "#4a525c",
    "color-foreground-muted": "#5b636e",
    "font-stack": "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif",
}
_DARK = {
    "color-brand-primary": "#7cc4f0",
    "color-brand-content": "#7cc4f0",
    "color-link--visited": "#7cc4f0",
    "color-link--visited--hover": "#7cc4f0",
    "color-background-primary": "#16191d",
    "color-background-secondary": "#1c2025",
    "color-foreground-primary": "#f1f3f5",
    "color-foreground-secondary": "#c3cad2",
    "color-foreground-muted": "#a5adb7",
}
html_theme_options = {
    "light_css_variables": _LIGHT,
    "dark_css_variables": _DARK,
    "top_of_page_buttons": [],
}
