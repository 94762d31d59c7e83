"""The memory a page's tree took is there for the next page."""

import platform
import subprocess
import sys

import pytest

PROGRAM = """
import resource
import gov_disclosure
from gov_disclosure.readers.html import HtmlReader
from gov_disclosure.readers.protocol import Options

cell = '<td style="font-family: sans-serif"><p><span style="font-size: 14px"><font face="x">7</font></span></p></td>'
page = ("<table>" + f"<tr>{cell * 10}</tr>" * 40 + "</table>").encode()
for _ in range(5):
    HtmlReader().read(page, Options())
before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
for _ in range(20):
    HtmlReader().read(page, Options())
print((resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before) // 20)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc hands memory back so soon")
def test_a_page_is_read_in_the_memory_of_the_last() -> None:
    """Who reads fifty thousand pages would wait for the system to hand out the same memory for each of them."""
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 60  # pages of memory; without it twice as many and more
