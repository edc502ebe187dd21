"""The packages for the page "Try it" are installed once, even if two builds start together."""

import sys
import threading

import pytest

from scripts.site import playground

pytestmark = pytest.mark.outside


@pytest.fixture
def two_at_once(monkeypatch, tmp_path):
    """Let both builds start without the packages. Instead of calling pip, each writes one file."""
    both = threading.Barrier(2)

    def install(*words):
        target = words[words.index("--target") + 1]
        both.wait(timeout=10)
        playground.Path(target).mkdir()
        playground.Path(target, "package.py").write_text("", encoding="utf-8")

    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(playground, "_pip", install)


@pytest.mark.usefixtures("two_at_once")
def test_two_first_builds_at_once_do_not_collide(tmp_path):
    made = []
    builds = [
        threading.Thread(target=lambda: made.append(playground._dependencies())) for _ in range(2)
    ]
    for build in builds:
        build.start()
    for build in builds:
        build.join()
    (folder,) = set(made)
    assert len(made) == 2
    assert [file.name for file in folder.iterdir()] == ["package.py"]
    # The packages of the slower build have been removed.
    assert [*(tmp_path / "wasm").iterdir()] == [folder]
