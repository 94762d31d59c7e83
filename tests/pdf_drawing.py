"""A tiny PDF writer for tests: text and rules in every manner in which producers draw them.

Points are measured from the top left corner of the page as it is shown, whichever way the file holds the page.
"""

import struct
import zlib
from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias, get_args

__all__ = ["FRAMES", "PEN_STYLES", "SIDEWAYS", "Drawing", "Frame", "PenStyle", "text_width"]

Frame: TypeAlias = Literal[
    "direct",
    "flipped",
    "scaled",
    "rotated90",
    "rotated180",
    "rotated270",
    "shifted",
    "form",
    "sideways90",
    "sideways180",
    "sideways270",
    "enlarged",
]
PenStyle: TypeAlias = Literal[
    "lines",
    "rects",
    "thin",
    "double",
    "dashed",
    "dotted",
    "curves",
    "one_path",
    "boxed",
    "rings",
    "missed",
    "twice",
]
#: pages in their own right, held in the file in different ways; and pages whose text lies on its side
FRAMES: tuple[Frame, ...] = tuple(
    frame for frame in get_args(Frame) if not frame.startswith(("sideways", "enlarged"))
)
SIDEWAYS: tuple[Frame, ...] = ("sideways90", "sideways180", "sideways270")
PEN_STYLES: tuple[PenStyle, ...] = get_args(PenStyle)

WIDTH, HEIGHT = 595.0, 842.0


def text_width(text: str, size: float) -> float:
    """How wide the drawing's font sets a text."""
    return sum(0.5 if char < "\x7f" else 1.0 for char in text) * size


class Drawing:
    """A PDF in the making. ``frame`` says how the pages are held in the file."""

    def __init__(
        self, frame: Frame = "direct", *, mapped: bool = True, embedded: bool = True, compress: bool = False
    ) -> None:
        self.frame = frame
        self.mapped = mapped
        self.embedded = embedded
        self.compress = compress
        self.pages: list[list[str]] = []
        self.letters: dict[str, int] = {}
        self.info: dict[str, str] = {}
        self.extra_objects: list[bytes] = []
        self.annotations = ""
        self.catalog = ""
        self.new_page()

    # coordinates

    def new_page(self) -> None:
        """Begin a page; all that is drawn goes on the last one."""
        self.pages.append([])

    def _at(self, x: float, y: float) -> tuple[float, float]:
        """Where a point comes to stand in the coordinates in which operators are written."""
        match self.frame:
            case "direct":
                return x, HEIGHT - y
            case "shifted":
                return x - 50, HEIGHT - y - 30
            case "scaled":
                return x * 20, y * 20
            case _:
                return x, y

    @property
    def _upside_down(self) -> bool:
        return self.frame not in ("direct", "shifted")

    def _setting(self) -> str:
        """What turns the coordinates of the operators into those of the file."""
        match self.frame:
            case "enlarged":
                return f"10 0 0 -10 0 {10 * HEIGHT} cm\n"
            case "flipped" | "form":
                return f"1 0 0 -1 0 {HEIGHT} cm\n"
            case "scaled":
                return f"0.05 0 0 -0.05 0 {HEIGHT} cm\n"
            case "rotated90" | "sideways270":
                return "0 1 1 0 0 0 cm\n"
            case "rotated180" | "sideways180":
                return f"-1 0 0 1 {WIDTH} 0 cm\n"
            case "rotated270" | "sideways90":
                return f"0 -1 -1 0 {HEIGHT} {WIDTH} cm\n"
            case _:
                return ""

    def _page_entries(self) -> str:
        match self.frame:
            case "rotated90":
                return f"/MediaBox [0 0 {HEIGHT} {WIDTH}] /Rotate 90"
            case "rotated180":
                return f"/MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate 180"
            case "rotated270":
                return f"/MediaBox [0 0 {HEIGHT} {WIDTH}] /Rotate 270"
            case "enlarged":
                return f"/MediaBox [0 0 {10 * WIDTH} {10 * HEIGHT}]"
            case "sideways90" | "sideways270":
                return f"/MediaBox [0 0 {HEIGHT} {WIDTH}]"
            case "shifted":
                return (
                    f"/MediaBox [-100 -100 {WIDTH + 100} {HEIGHT + 100}] "
                    f"/CropBox [-50 -30 {WIDTH - 50} {HEIGHT - 30}]"
                )
            case _:
                return f"/MediaBox [0 0 {WIDTH} {HEIGHT}]"

    def raw(self, operators: str) -> None:
        """Operators as they are."""
        self.pages[-1].append(operators)

    # text

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        size: float = 10.0,
        *,
        turn: int = 0,
        vertical: bool = False,
        mode: int = 0,
    ) -> None:
        """A text whose first character stands on a baseline; ``turn`` in degrees clockwise."""
        across, down = {
            0: (1.0, 0.0),
            90: (0.0, 1.0),
            180: (-1.0, 0.0),
            270: (0.0, -1.0),
            45: (0.7071, 0.7071),
            315: (0.7071, -0.7071),
        }[turn]
        scale = 20 if self.frame == "scaled" else 1
        flip = 1 if self._upside_down else -1
        # the reading direction, and the direction from baseline to the top of the letters, in operators' coordinates
        a, b = across, down * flip
        c, d = down, -across * flip
        px, py = self._at(x, baseline)
        codes = "".join(f"{self.letters.setdefault(char, len(self.letters) + 1):04x}" for char in text)
        font = "F2" if vertical else "F1"
        self.raw(
            f"BT /{font} {size * scale:.4f} Tf {mode} Tr "
            f"{a:.4f} {b:.4f} {c:.4f} {d:.4f} {px:.3f} {py:.3f} Tm <{codes}> Tj ET\n"
        )

    # shapes

    def polygon(self, points: Sequence[tuple[float, float]], paint: str) -> None:
        """Connected points, closed and painted with an operator."""
        first, *rest = [self._at(*point) for point in points]
        path = f"{first[0]:.3f} {first[1]:.3f} m " + "".join(f"{x:.3f} {y:.3f} l " for x, y in rest)
        self.raw(f"{path}h {paint}\n")

    def box(self, x0: float, top: float, x1: float, bottom: float, paint: str = "S") -> None:
        """A rectangle, painted with an operator."""
        ax, ay = self._at(x0, top)
        bx, by = self._at(x1, bottom)
        self.raw(f"{ax:.3f} {ay:.3f} {bx - ax:.3f} {by - ay:.3f} re {paint}\n")

    def width(self, points: float) -> None:
        """The width of the strokes that follow."""
        self.raw(f"{points * (20 if self.frame == 'scaled' else 1):.3f} w\n")

    def line(self, x0: float, y0: float, x1: float, y1: float, paint: str = "S") -> None:
        """A straight line."""
        ax, ay = self._at(x0, y0)
        bx, by = self._at(x1, y1)
        self.raw(f"{ax:.3f} {ay:.3f} m {bx:.3f} {by:.3f} l {paint}\n")

    def picture(self, x0: float, top: float, x1: float, bottom: float) -> None:
        """A small grey image stretched over a box."""
        ax, ay = self._at(x0, bottom)
        bx, by = self._at(x1, top)
        self.raw(
            f"q {bx - ax:.3f} 0 0 {by - ay:.3f} {ax:.3f} {ay:.3f} cm "
            "BI /W 2 /H 2 /CS /G /BPC 8 ID \x80\x90\xa0\xb0 EI Q\n"
        )

    def rules(self, rules: Iterable[tuple[float, float, float, float]], style: PenStyle) -> None:
        """Rules (each along an axis) in one of the manners of drawing them."""
        scale = 20 if self.frame == "scaled" else 1
        self.width(0.5)
        if style == "one_path":
            for x0, y0, x1, y1 in rules:
                self.line(x0, y0, x1, y1, "")
            self.raw("S\n")
            return
        for x0, y0, x1, y1 in rules:
            upright = x0 == x1
            match style:
                case "thin":
                    half = 0.24
                    self.box(
                        min(x0, x1) - half, min(y0, y1) - half, max(x0, x1) + half, max(y0, y1) + half, "f"
                    )
                    self.box(x0 - half, y0 - half, x0 + half, y0 + half, "f")
                case "double":
                    shift = 0.9
                    dx, dy = (shift, 0.0) if upright else (0.0, shift)
                    self.line(x0 - dx, y0 - dy, x1 - dx, y1 - dy)
                    self.line(x0 + dx, y0 + dy, x1 + dx, y1 + dy)
                case "dashed":
                    self.raw(f"[{3 * scale} {2 * scale}] 0 d\n")
                    self.line(x0, y0, x1, y1)
                    self.raw("[] 0 d\n")
                case "dotted":
                    length = (y1 - y0) if upright else (x1 - x0)
                    for step in range(int(length // 2) + 1):
                        x, y = (x0, y0 + 2 * step) if upright else (x0 + 2 * step, y0)
                        self.box(x - 0.4, y - 0.4, x + 0.4, y + 0.4, "f")
                case "curves":
                    points = [self._at(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t) for t in (0, 1 / 3, 2 / 3, 1)]
                    (ax, ay), *rest = points
                    ends = " ".join(f"{x:.3f} {y:.3f}" for x, y in rest)
                    self.raw(f"{ax:.3f} {ay:.3f} m {ends} c S\n")
                case "missed":
                    gap = 0.9
                    dx, dy = (0.0, gap) if upright else (gap, 0.0)
                    self.line(x0 + dx, y0 + dy, x1 - dx, y1 - dy)
                case "twice":
                    self.line(x0, y0, x1, y1)
                    self.line(x1, y1, x0, y0)
                case _:
                    self.line(x0, y0, x1, y1)

    def ring(self, x0: float, top: float, x1: float, bottom: float, width: float = 0.6) -> None:
        """A border painted as the area between two boxes, as browsers do."""
        self.box(x0, top, x1, bottom, "")
        self.box(x0 + width, top + width, x1 - width, bottom - width, "f*")

    # the file

    def finish(self) -> bytes:
        """The file's bytes."""
        objects: list[bytes] = []

        def add(body: bytes) -> int:
            objects.append(body)
            return len(objects)

        def stream(data: bytes, entries: str = "") -> bytes:
            if self.compress:
                data, entries = zlib.compress(data), entries + " /Filter /FlateDecode"
            return f"<< {entries} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"

        catalog, tree = add(b""), add(b"")
        font = _square_font(len(self.letters))
        descriptor = add(
            b"<< /Type /FontDescriptor /FontName /Drawing /Flags 4 /FontBBox [0 -120 1000 880] "
            b"/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 %b>>"
            % (
                f"/FontFile2 {add(stream(font, f'/Length1 {len(font)}'))} 0 R ".encode()
                if self.embedded
                else b""
            )
        )
        narrow = " ".join(f"{code} [500]" for char, code in self.letters.items() if char < "\x7f")
        descendant = add(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Drawing /FontDescriptor {descriptor} 0 R "
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            f"/DW 1000 /W [{narrow}] /CIDToGIDMap /Identity >>".encode()
        )
        maps = ""
        if self.mapped:
            pairs = "".join(
                f"<{code:04x}> <{char.encode('utf-16-be').hex()}>\n" for char, code in self.letters.items()
            )
            cmap = (
                "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Letters def "
                "/CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange\n"
                f"{len(self.letters)} beginbfchar\n{pairs}endbfchar endcmap end end"
            )
            maps = f"/ToUnicode {add(stream(cmap.encode()))} 0 R"
        fonts = [
            add(
                f"<< /Type /Font /Subtype /Type0 /BaseFont /Drawing /Encoding /Identity-{way} "
                f"/DescendantFonts [{descendant} 0 R] {maps} >>".encode()
            )
            for way in "HV"
        ]
        resources = f"/Resources << /Font << /F1 {fonts[0]} 0 R /F2 {fonts[1]} 0 R >> >>"
        first_extra = len(objects) + 1
        for body in self.extra_objects:
            numbered = body.replace(b"%FIRST%", str(first_extra).encode())
            add(numbered.replace(b"%SECOND%", str(first_extra + 1).encode()))
        kids = []
        for operators in self.pages:
            data = (self._setting() + "".join(operators)).encode("latin-1")
            here = resources
            if self.frame == "form":
                form = add(
                    stream(
                        data,
                        f"/Type /XObject /Subtype /Form /BBox [0 0 {2 * WIDTH} {2 * HEIGHT}] "
                        f"/Matrix [2 0 0 2 0 0] {resources}",
                    )
                )
                here = resources[:-2] + f"/XObject << /X1 {form} 0 R >> >>"
                data = b"q 0.5 0 0 0.5 0 0 cm /X1 Do Q"
            content = add(stream(data))
            notes = self.annotations.replace("%FIRST%", str(first_extra))
            kids.append(
                add(
                    f"<< /Type /Page /Parent {tree} 0 R {self._page_entries()} {here} "
                    f"/Contents {content} 0 R {notes} >>".encode()
                )
            )
        objects[tree - 1] = (
            f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(kids)} >>".encode()
        )
        more = self.catalog.replace("%FIRST%", str(first_extra))
        objects[catalog - 1] = f"<< /Type /Catalog /Pages {tree} 0 R {more} >>".encode()
        info = add(
            b"<< "
            + b" ".join(
                f"/{name} <feff{value.encode('utf-16-be').hex()}>".encode()
                for name, value in self.info.items()
            )
            + b" >>"
        )
        out = bytearray(b"%PDF-1.7\n%\xe4\xbd\xa0\n")
        places = []
        for number, body in enumerate(objects, 1):
            places.append(len(out))
            out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        start = len(out)
        out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
        out += (
            f"trailer\n<< /Size {len(objects) + 1} /Root {catalog} 0 R /Info {info} 0 R >>\n"
            f"startxref\n{start}\n%%EOF\n"
        ).encode()
        return bytes(out)


def _square_font(letters: int) -> bytes:
    """A TrueType font in which every letter is a square: enough for a page to be measured."""
    square = struct.pack(">hhhhh", 1, 60, 0, 440, 700) + struct.pack(
        ">HH4B4h4h", 3, 0, 1, 1, 1, 1, 60, 380, 0, -380, 0, 0, 700, 0
    )
    square += b"\0" * (-len(square) % 4)
    tables = {
        b"glyf": square * (letters + 1),
        b"head": struct.pack(
            ">IIIIHHQQhhhhHHhhh",
            0x10000,
            0x10000,
            0,
            0x5F0F3CF5,
            11,
            1000,
            0,
            0,
            0,
            -120,
            1000,
            880,
            0,
            8,
            2,
            1,
            0,
        ),
        b"hhea": struct.pack(
            ">I3hH3h3h4hhH", 0x10000, 880, -120, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, 1
        ),
        b"hmtx": struct.pack(">Hh", 1000, 60) + b"\0\x3c" * letters,
        b"loca": b"".join(struct.pack(">I", len(square) * index) for index in range(letters + 2)),
        b"maxp": struct.pack(">IH13H", 0x10000, letters + 1, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    head = struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, len(tables) * 16 - 64)
    place, directory, body = 12 + 16 * len(tables), b"", b""
    for name, data in tables.items():
        directory += name + struct.pack(">III", 0, place + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    return head + directory + body
