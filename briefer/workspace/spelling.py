"""What to type for what an application was told."""

from briefer.model import BriefSpec, Draft


def spell_options(draft: Draft) -> list[str]:
    """The inputs and options that ask for what an untouched draft asks for; its date becomes the day's."""
    spec, default = draft.spec, BriefSpec(themes=(), as_of=draft.spec.as_of)
    options = [
        *(("--theme", theme) for theme in spec.themes),
        ("--since", spec.period.since),
        ("--until", spec.period.until),
        ("--length", spec.words if spec.words != default.words else None),
        ("--summariser", spec.summariser if spec.summariser != default.summariser else None),
        ("--template", spec.template if spec.template != default.template else None),
        ("--paper", spec.paper if spec.paper != default.paper else None),
        ("--annex-words", spec.annex_words if spec.annex_words != default.annex_words else None),
        ("--title", spec.title),
        ("--audience", spec.audience),
        ("--handling", spec.handling),
    ]
    words = [str(word) for option in options if option[1] is not None for word in option]
    undated = ["--keep-undated"] if spec.keep_undated else []
    if draft.library is not None:
        return [*words, *undated, "--library", *(["--query", draft.library] if draft.library else [])]
    # After "--", a path that begins with a dash is no option.
    return [
        *words,
        *undated,
        *(["--"] if any(str(path).startswith("-") for path in draft.paths) else []),
        *map(str, draft.paths),
    ]
