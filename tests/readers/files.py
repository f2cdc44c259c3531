"""One article in every format that we read, made by hand."""

import html
from collections.abc import Callable, Sequence

TITLE = "Ministry to buy ten transport aircraft"
PARAGRAPHS = (
    "The ministry of defence said on Monday that it would buy ten transport aircraft from a foreign company. "
    "Officials added that the first of them would be delivered in spring.",
    "Members of the opposition criticised the deal, which they said had not been put before parliament. "
    "The government rejected the criticism and published a summary of the contract.",
    "Analysts expect the purchase to change the balance between the two air forces of the region, although "
    "both sides have said that they want no confrontation.",
)
Writer = Callable[[str, Sequence[str]], bytes]


def write_text(title: str, paragraphs: Sequence[str]) -> bytes:
    return "\n\n".join([title, *paragraphs]).encode()


def write_html(title: str, paragraphs: Sequence[str], *, head: str = "", tail: str = "") -> bytes:
    body = "\n".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    heading = html.escape(title)
    return (
        f"<!doctype html>\n<html lang=en>\n<head><title>{heading}</title>{head}</head>\n<body>\n"
        f"<nav><a href=/>Home</a> <a href=/world>World</a></nav>\n<article>\n<h1>{heading}</h1>\n{body}\n"
        f"</article>{tail}\n</body></html>"
    ).encode()


def write_markdown(title: str, paragraphs: Sequence[str]) -> bytes:
    return "\n\n".join([f"# {title}", *paragraphs]).encode()


def write_pdf(title: str, paragraphs: Sequence[str], *, line_width: int = 70, head: str = "") -> bytes:
    """A PDF of one page per paragraph after the title, in a typewriter face; ASCII only."""
    pages = []
    for number, paragraph in enumerate(paragraphs):
        lines = [(14, 780, head)] if head else []
        if number == 0:
            lines.append((20, 740, title))
        lines += [(10, 700 - 12 * row, line) for row, line in enumerate(wrap(paragraph, line_width))]
        lines.append((10, 40, str(number + 1)))
        shown = (f"BT /F {size} Tf 60 {height} Td ({_escape(text)}) Tj ET" for size, height, text in lines)
        pages.append("\n".join(shown).encode("ascii", "replace"))
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    ]
    for number, page in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> "
            + f"/Contents {5 + 2 * number} 0 R >>".encode()
        )
        objects.append(f"<< /Length {len(page)} >>\nstream\n".encode() + page + b"\nendstream")
    return _assemble(objects)


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` letters; a word with a hyphen may be parted behind it."""
    lines = [""]
    for word in text.replace("-", "-\x00").replace(" ", " \x00").split("\x00"):
        if len(lines[-1]) + len(word.rstrip()) > width:
            lines.append("")
        lines[-1] += word
    return [line.rstrip() for line in lines]


def _escape(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _assemble(objects: Sequence[bytes]) -> bytes:
    document, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(document))
        document += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(document)}\n%%EOF"
    return document + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()


WRITERS: dict[str, Writer] = {
    ".txt": write_text,
    ".html": write_html,
    ".md": write_markdown,
    ".pdf": write_pdf,
}
