"""How the documentation is built: ``python3 dev.py docs``."""

import shutil
import sys
from pathlib import Path

import gov_disclosure

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "_ext"))

project = "gov_disclosure"
author = "The gov_disclosure authors"
project_copyright = "2026, the gov_disclosure authors"
version = release = gov_disclosure.__version__

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.intersphinx",
    "sphinx_copybutton",
    "sphinx_design",
    "forms_from_classes",
    "data_from_classes",
    "checks_from_catalogue",
]
exclude_patterns = ["_build", "_ext"]
nitpicky = True
nitpick_ignore_regex = [
    # Type variables have no page of their own, and Hypothesis no inventory here.
    ("py:class", r"(.*\.)?(ReportT|BlockT|K|V_co)"),
    ("py:(class|exc)", r"hypothesis\..*"),
    ("py:class", r"gov_disclosure\.checks\.layout\..*"),  # the engine's own
    ("py:class", r"(duckdb|pandas|polars|pyarrow)\..*"),  # optional, and without inventories here
    ("py:class", r"gov_disclosure\.writers\.tabular\.table\.Coded"),
]

# The inventories are kept here, so that building needs no network.
intersphinx_mapping = {
    "python": ("https://docs.python.org/3", "_inventories/python.inv"),
    "attrs": ("https://www.attrs.org/en/stable", "_inventories/attrs.inv"),
}

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
python_maximum_signature_line_length = 88

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

html_theme = "furo"
html_title = "gov_disclosure"
html_static_path = ["_static"]
html_css_files = ["forms.css"]


def gather_notebooks() -> None:
    """Notebooks and what they read live in examples/; Sphinx sees only what is under docs/."""
    target = HERE / "notebooks"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    for path in sorted((HERE.parent / "examples").iterdir()):
        if path.suffix in {".ipynb", ".txt", ".json", ".py"}:
            shutil.copy(path, target / path.name)


gather_notebooks()
