"""What pdfminer.six paints, taken down as it paints it: without its layout, which would take longer than this."""

import math
from collections.abc import Sequence
from itertools import islice
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdftypes import stream_value

from gov_disclosure.language.patterns import regex
from gov_disclosure.readers.pdf.content import Box, Rule, Run
from gov_disclosure.readers.pdf.geometry import Matrix, multiply, transform, transform_box, turn_of
from gov_disclosure.readers.pdf.paths import Subpath, path_rules, thin_rules
from gov_disclosure.readers.pdf.settings import OBJECTS_A_RULE, Tolerances
from gov_disclosure.reading.errors import TooLarge
from gov_disclosure.reading.limits import Deadline

__all__ = ["BoundedInterpreter", "Collector"]

_INVISIBLE = (3, 7)
_CHECK_EVERY = 256  # painted things between two looks at the clock
_SHORTEST = 2  # letters that it takes to paint something
#: operators that paint; inside strings and pictures there may be some that are none, but never very many
_PAINTING = regex(rb"(?<![^\s\])>])(?:[fFSsBb]\*?|sh|Do|T[Jj]|['\"])(?![^\s\[(</])")


class Collector(PDFTextDevice):
    """Takes down what pdfminer.six paints, in coordinates of the page as shown."""

    ctm: Matrix

    def __init__(self, resources: PDFResourceManager, tolerances: Tolerances, deadline: Deadline) -> None:
        super().__init__(resources)
        self.tolerances, self.deadline = tolerances, deadline
        self.runs: list[Run] = []
        self.rules: list[Rule] = []
        self.drawings: list[Box] = []
        self.pictures: list[Box] = []
        self.painted = 0
        self.outside: list[Matrix] = []

    def _count(self) -> None:
        self.painted += 1
        if self.painted % _CHECK_EVERY == 0:
            self.deadline.check()
            self.check_rules(len(self.rules))
            self.check_rules(self.painted // OBJECTS_A_RULE)

    def check_rules(self, found: int) -> None:
        """Raise :class:`TooLarge` for more rules, or lines that may be rules, than a page may have."""
        if found > self.tolerances.most_rules:
            raise TooLarge(limit="most_rules", allowed=self.tolerances.most_rules, found=str(found))

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        self.outside.append(self.ctm)

    def end_figure(self, name: str) -> None:
        self.ctm = self.outside.pop()

    def render_image(self, name: str, stream: Any) -> None:
        self._count()
        box = transform_box(self.ctm, (0, 0, 1, 1))
        thin = thin_rules(box, self.tolerances.rule_thickness)
        if thin:
            self.rules += thin
        else:
            self.pictures.append(box)

    def paint_path(
        self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]
    ) -> None:
        self._count()
        matrix = self.ctm
        subpaths: list[Subpath] = []
        points: list[tuple[float, float]] = []
        curved = False
        for segment in path:
            kind = segment[0]
            if kind == "m":
                if points:
                    subpaths.append((points, curved))
                points, curved = [transform(matrix, segment[1:])], False
            elif kind == "h":
                if points and points[0] != points[-1]:
                    points.append(points[0])
            else:
                curved = curved or kind != "l"
                ends = segment[1:]
                points += [transform(matrix, ends[i : i + 2]) for i in range(0, len(ends), 2)]
        if points:
            subpaths.append((points, curved))
        rules, drawings = path_rules(
            subpaths, stroked=stroke, filled=fill, thickness=self.tolerances.rule_thickness
        )
        self.rules += rules
        self.drawings += drawings

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        self._count()
        font, fontsize = textstate.font, textstate.fontsize
        matrix = multiply(textstate.matrix, self.ctm)
        a, b, c, d, e, f = matrix
        scaling = textstate.scaling * 0.01
        charspace = textstate.charspace * scaling
        wordspace = 0 if font.is_multibyte() else textstate.wordspace * scaling
        step = 0.001 * fontsize * scaling
        rise = textstate.rise
        vertical = font.is_vertical()
        visible = textstate.render not in _INVISIBLE
        turn = turn_of(a, b)
        size = abs(fontsize) * math.hypot(c, d)
        low = font.get_descent() * fontsize + rise
        high = low + fontsize
        upright = not b and not c
        x, y = textstate.linematrix
        spaced = False
        runs, to_text, char_width, char_place = self.runs, font.to_unichr, font.char_width, font.char_disp
        for part in seq:
            if not isinstance(part, bytes):
                if isinstance(part, int | float):
                    if vertical:
                        y -= part * step
                    else:
                        x -= part * step
                    spaced = True
                continue
            for code in font.decode(part):
                if spaced:
                    if vertical:
                        y += charspace
                    else:
                        x += charspace
                spaced = True
                try:
                    text, mapped = to_text(code), True
                except PDFUnicodeNotDefined:
                    text, mapped = "\ufffd", False
                advance = char_width(code) * fontsize * scaling
                if text.isspace():
                    pass
                elif vertical:
                    across, down = char_place(code)
                    left = -(fontsize * 0.5 if across is None else across * fontsize * 0.001)
                    head = (1000 - down) * fontsize * 0.001 + rise
                    box = transform_box(matrix, (x + left, y + head + advance, x + left + fontsize, y + head))
                    runs.append(Run(text, *box, size, turn, mapped, visible))
                elif upright:
                    ax, bx = a * x + e, a * (x + advance) + e
                    ay, by = d * (y + low) + f, d * (y + high) + f
                    runs.append(
                        Run(
                            text,
                            ax if ax < bx else bx,
                            ay if ay < by else by,
                            bx if ax < bx else ax,
                            by if ay < by else ay,
                            size,
                            turn,
                            mapped,
                            visible,
                        )
                    )
                else:
                    box = transform_box(matrix, (x, y + low, x + advance, y + high))
                    runs.append(Run(text, *box, size, turn, mapped, visible))
                if vertical:
                    y += advance
                    if code == 32:
                        y += wordspace
                else:
                    x += advance
                    if code == 32:
                        x += wordspace
        textstate.linematrix = (x, y)


class BoundedInterpreter(PDFPageInterpreter):
    """pdfminer.six's interpreter, which by itself gathers a path of any length before it paints it, and takes a
    minute over a page that is to be refused."""

    device: Collector

    def execute(self, streams: Sequence[object]) -> None:
        most = int(OBJECTS_A_RULE * self.device.tolerances.most_rules)
        for stream in streams:
            content = stream_value(stream).get_data()
            if len(content) > _SHORTEST * most:
                painting = sum(1 for _ in islice(_PAINTING.finditer(content), most + OBJECTS_A_RULE))
                self.device.check_rules(painting // OBJECTS_A_RULE)
        super().execute(streams)

    def do_m(self, x: Any, y: Any) -> None:
        super().do_m(x, y)
        self.device.check_rules(len(self.curpath))

    def do_l(self, x: Any, y: Any) -> None:
        super().do_l(x, y)
        self.device.check_rules(len(self.curpath))

    def do_re(self, x: Any, y: Any, w: Any, h: Any) -> None:
        super().do_re(x, y, w, h)
        self.device.check_rules(len(self.curpath))
