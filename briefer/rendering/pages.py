"""Pages of a PDF as pictures, for faces that can show them."""

from io import BytesIO

DOTS_PER_POINT = 2.0


def draw_pages(pdf: bytes) -> tuple[bytes, ...]:
    """Every page of a PDF of ours as a PNG file."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = []
        for page in document:
            file = BytesIO()
            page.render(scale=DOTS_PER_POINT).to_pil().save(file, "PNG", compress_level=1)
            pages.append(file.getvalue())
        return tuple(pages)
    finally:
        document.close()
