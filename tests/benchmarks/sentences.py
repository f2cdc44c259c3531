"""How fast text is split into sentences, and how fast they are checked for what they lean on.

Run: python -m tests.benchmarks.sentences [MEGABYTES]
"""

import sys
import time
from pathlib import Path

from briefer.text.openings import find_dependence
from briefer.text.sentences import find_sentences

SEEDS = Path(__file__).parents[2] / "seeds"


def main(megabytes: float) -> None:
    sample = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    text = sample * max(1, round(megabytes * 1e6 / len(sample.encode())))

    began = time.process_time()
    spans = find_sentences(text)
    split_s = time.process_time() - began

    sentences = [text[span.start : span.end] for span in spans]
    began = time.process_time()
    independent = sum(find_dependence(sentence) is None for sentence in sentences)
    check_s = time.process_time() - began

    size = len(text.encode()) / 1e6
    print(f"split: {size:.1f} MB into {len(spans)} sentences, {size / split_s:.1f} MB/s")
    print(f"check: {len(spans) / check_s:.0f} sentences/s, {independent / len(spans):.0%} can be read alone")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 5)
