"""A PDF that is PDF/A-3a and PDF/UA-1 at once: WeasyPrint declares one, this adds the other.

Source: ISO 14289-1, 5 (identification of PDF/UA); ISO 19005-3, 6.6.2.3 (extension schemas in XMP).
"""

import re
from typing import Any

VARIANT = "pdf/a-3a"

_ACCESSIBLE = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>\
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>\
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal\
</pdfaProperty:category><pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li>\
</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
_END = re.compile(rb"</(?:\w+:)?RDF>")


def declare_accessible(_: object, pdf: Any) -> None:
    """Say in the metadata of WeasyPrint's `pdf` that it is PDF/UA-1 too, as PDF/A allows it to be said."""
    number = int(pdf.catalog["Metadata"].split()[0])
    stream = pdf.objects[number]
    packet = b"".join(part if isinstance(part, bytes) else part.encode() for part in stream.stream)
    stream.stream = [_END.sub(lambda end: _ACCESSIBLE + end[0], packet)]
    # Whoever looks for what made the file need not know how to read a PDF.
    stream.compress = False
