"""A hook of mkdocs that adds the programs of the page "Try it": Python in WebAssembly, the library.

Pyodide comes from the packages of `tests/node`. pip downloads the packages that the library
requires, with the versions and hashes of `requirements/wasm.lock`, and they stay in the virtual
environment, so that the next build needs no network.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

_ROOT = Path(__file__).parents[2]
_LOCK = _ROOT / "requirements/wasm.lock"
_PYODIDE = _ROOT / "tests/node/node_modules/pyodide"
_RUNTIME = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "pyodide-lock.json",
    "python_stdlib.zip",
)
_TARGET = ("--platform", "pyemscripten_2026_0_wasm32", "--python-version", "3.14")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def on_post_build(config: MkDocsConfig) -> None:
    """Add the runtime and the examples; mkdocs calls this function by its name."""
    folder = Path(config.site_dir, "assets/try-it")
    runtime = folder / "runtime"
    runtime.mkdir(parents=True, exist_ok=True)
    for name in _RUNTIME:
        try:
            shutil.copyfile(_PYODIDE / name, runtime / name)
        except FileNotFoundError:
            raise PluginError(
                f"{_PYODIDE / name} is missing; run `make docs`, which installs it with npm"
            ) from None
    _write_archive(runtime / "packages.zip")
    sizes = {file.name: file.stat().st_size for file in sorted(runtime.iterdir())}
    (folder / "sizes.json").write_text(json.dumps(sizes), encoding="utf-8")
    examples = folder / "examples"
    examples.mkdir(exist_ok=True)
    for suffix in ("md", "json", "txt"):
        for example in sorted((_ROOT / "examples").glob(f"*-*.{suffix}")):
            shutil.copyfile(example, examples / example.name)


def _write_archive(target: Path) -> None:
    """Write one archive of all packages, with the same bytes on every machine."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(_files()):
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)


def _files() -> Iterator[tuple[str, bytes]]:
    dependencies = _dependencies()
    for file in dependencies.rglob("*"):
        if file.is_file() and file.suffix != ".pyi":
            yield file.relative_to(dependencies).as_posix(), file.read_bytes()
    for module in distribution("PyYAML").files or ():
        if module.suffix == ".py":
            yield module.as_posix(), module.read_binary()
    with tempfile.TemporaryDirectory() as folder:
        _pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, str(_ROOT))
        (wheel,) = Path(folder).iterdir()
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                yield name, archive.read(name)


def _dependencies() -> Path:
    """Return the folder of the packages for WebAssembly; download them if the lock has changed."""
    key = hashlib.sha256(_LOCK.read_bytes()).hexdigest()[:16]
    folder = Path(sys.prefix, "wasm", key)
    if not folder.is_dir():
        folder.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as fresh:
            packages = Path(fresh, "packages")
            _pip(
                *("install", "--require-hashes", "--no-deps", "--only-binary", ":all:"),
                *("--no-compile", *_TARGET, "--target", str(packages), "-r", str(_LOCK)),
            )
            _rename(packages, folder)
    return folder


def _rename(packages: Path, folder: Path) -> None:
    """Move the complete folder to its place, unless another build has done so meanwhile."""
    try:
        packages.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise


def _pip(*words: str) -> None:
    done = subprocess.run(  # noqa: S603 - no argument comes from outside
        [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *words],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if done.returncode:
        raise PluginError(
            'cannot install the packages of the page "Try it"; the first build needs the package '
            f"index, later builds do not\n{done.stderr}"
        )
