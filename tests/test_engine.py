"""The warm engine and its box: the same answers as nbgrader's own, and nothing gets out.

An attack is a cell in an otherwise perfect submission. Whether it came through is looked for from
outside: at files that must not change or be seen, at a listener that must hear nothing, at
processes that must not be there. After each, the next student's submission is run by the same
workers and must be right.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import pytest
import test_grading as graded

from course import notebooks
from course.errors import CourseError
from course.files import CLONE
from course.grading import engine, keys, mend, release, sandbox, worker
from course.grading.engine import Limits, Ran, run_notebook, sound
from course.grading.marking import answers_in
from course.homework import items

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="the box is for Linux"),
]

HERE = sandbox.state()
needs_box = pytest.mark.skipif(not HERE.boxed, reason=f"no box here: {HERE.missing}")
QUICK = Limits(cell=2, total=40)
ASKED = items.assignment("P3")
KEY = "The key of P3"  # what is written in it


def run(notebook: Any, limits: Limits = QUICK, **files: bytes) -> tuple[Ran, Any]:
    """Run a notebook; give what came of it, and the notebook read and found valid."""
    ran = run_notebook(nbformat.writes(notebook).encode(), files, limits)
    read = nbformat.reads(ran.notebook.decode(), as_version=4)
    nbformat.validate(read)
    return ran, read


def cells(*sources: str) -> Any:
    made = [nbformat.v4.new_code_cell(source) for source in sources]
    return nbformat.v4.new_notebook(cells=made)


def texts(read: Any) -> list[str]:
    """All that each cell shows, as one text."""
    return [json.dumps(cell.get("outputs", [])) for cell in read.cells]


def points(read: Any) -> float:
    answers, stated = answers_in(read, ASKED)
    marks = keys.mark_answers("P3", graded.student("P3"), answers, stated=stated)
    return sum(mark.points for mark in marks.values())


def mended(notebook: Any, assignment: str) -> Any:
    text = nbformat.writes(notebook, version=nbformat.NO_CONVERT)
    given = notebooks.read(release.release(assignment))
    return mend.mend(mend.read(text.encode(), "handed in"), given)[0]


# -- the same as nbgrader's own engine -------------------------------------------------------------


def alike(outputs: list[Any]) -> list[Any]:
    """Leave of outputs what must be the same whoever runs them."""
    found: list[Any] = []
    for output in outputs:
        kind = output["output_type"]
        if kind == "error":
            said = re.sub(r"\(\S+, line", "(cell, line", output["evalue"])
            found.append((kind, output["ename"], said))
        elif kind == "stream":
            text = output["text"] if output["name"] == "stdout" else ""
            found.append((kind, output["name"], text[:1000]))
        else:
            count = output.get("execution_count")
            found.append((kind, dict(output["data"]), dict(output["metadata"]), count))
    return found


FEW = ("perfect", "an object equal to everything")
CASES = [(a, n) for a in release.written() for n in (graded.MATRIX if a == "P3" else FEW)]


@needs_box
@pytest.mark.parametrize(("assignment", "name"), CASES, ids=[f"{a} {n}" for a, n in CASES])
def test_outputs_and_answers_are_those_of_nbgrader(
    assignment: str, name: str, tmp_path: Path
) -> None:
    from nbgrader.preprocessors import Execute

    asked = items.assignment(assignment)
    notebook = mended(graded.MATRIX[name].do(graded.filled(assignment), asked.items[0]), assignment)
    text = nbformat.writes(notebook)
    (tmp_path / "notebook.ipynb").write_text(text, encoding="utf-8")
    stock = Execute(timeout=4, extra_arguments=["--IPKernelApp.log_level=ERROR"])
    theirs, _ = stock.preprocess(
        nbformat.reads(text, as_version=4), {"metadata": {"path": str(tmp_path)}}
    )
    _, ours = run(notebook)
    assert answers_in(ours, asked) == answers_in(theirs, asked)
    for mine, other in zip(ours.cells, theirs.cells, strict=True):
        if "while True" not in mine.source:  # an interrupt meets it anywhere
            assert alike(mine.get("outputs", [])) == alike(other.get("outputs", []))
            assert mine.get("execution_count") == other.get("execution_count")


SHAPES = {
    "nothing": " \n",
    "a comment": "# x",
    "await": "import asyncio\nawait asyncio.sleep(0)\n7",
    "semicolon": "7;",
    "display of a number": "display(7)",
    "markup": "from IPython.display import HTML\nHTML('<b>x</b>')",
    "a picture": "from IPython.display import Image\n"
    "Image(data=b'\\x89PNG\\r\\n\\x1a\\n', format='png')",
    "an update": "h = display(1, display_id='a')\nh.update(2)",
    "cleared": "from IPython.display import clear_output\nprint(1)\nclear_output()\nprint(2)",
    "a magic": "%pwd\nNone",
    "a command": "!echo hello",
    "the last value": "41\n_ = 5",
    "quit": "quit()",
    "numpy": "import numpy\nnumpy.arange(3)",
    "altair": "import altair\nprint(altair.Chart().mark_bar().to_dict()['mark'])",
    "threads": "import threading\nt = threading.Thread(target=print, args=(5,))\n"
    "t.start()\nt.join()",
    "processes": "import multiprocessing as m\nwith m.Pool(2) as p:\n  print(p.map(abs, [-1, 2]))",
    "a file": "open('x', 'w').write('a')\nprint(open('x').read())",
    "pickle": "import pickle\nclass A: pass\nprint(type(pickle.loads(pickle.dumps(A()))).__name__)",
    "main": "import __main__\nv = 3\nprint(__main__.v, __name__)",
    "a warning": "import warnings\nwarnings.warn('x')",
    "source": "import inspect\ndef f(): return 1\nprint(inspect.getsource(f))",
}


@needs_box
@pytest.mark.parametrize("name", SHAPES)
def test_outputs_have_the_shapes_of_a_kernel(name: str, tmp_path: Path) -> None:
    from nbclient import NotebookClient

    theirs, mine = (cells("0", SHAPES[name], "print(1)", "1") for _ in range(2))
    for notebook in (theirs, mine):
        notebook.cells[2].metadata.tags = ["skip-execution"]
    here = {"metadata": {"path": str(tmp_path)}}  # what a cell writes does not stay in the clone
    NotebookClient(theirs, allow_errors=True, timeout=30, resources=here).execute()
    _, ours = run(mine)
    for mine, other in zip(ours.cells, theirs.cells, strict=True):
        assert alike(mine.outputs) == alike(other.outputs)
        assert mine.execution_count == other.execution_count


# -- attacks ---------------------------------------------------------------------------------------


@dataclass
class World:
    """What lies outside the box, and must stay as it is and unseen."""

    folder: Path
    secret: str
    heard: list[str]
    places: dict[str, str]
    watched: dict[Path, str]

    def intact(self) -> bool:
        """Say whether all is as it was."""
        same = all(p.read_text(encoding="utf-8") == text for p, text in self.watched.items())
        return same and not list(self.folder.rglob("planted*")) and not self.heard


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with around(tmp_path) as made:
        yield made


@contextmanager
def around(tmp_path: Path) -> Iterator[World]:
    """Put files, listeners and a process outside the box, and take them away again."""
    secret = f"canary-{os.getpid()}-{time.time_ns()}"
    shared = Path(tempfile.mkdtemp(prefix="canary-", dir="/dev/shm"))
    near = Path(tempfile.mkdtemp(prefix="canary-", dir="/tmp"))
    home = Path(tempfile.mkdtemp(prefix=".canary-", dir=Path.home()))
    course = tmp_path / "grading"
    watched: dict[Path, str] = {}
    for path in (
        course / "gradebook.db",
        course / "submitted" / "victim" / "P3" / "P3_prospect_lab.ipynb",
        *(place / "mine.txt" for place in (shared, near, home)),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(secret, encoding="utf-8")
        path.chmod(0o666)
        watched[path] = secret
    for path in (tmp_path, course, shared, near, home):
        path.chmod(0o777)  # nothing but the box stands in the way
    key = CLONE / "assignments" / "keys" / "P3.py"
    watched[key] = key.read_text(encoding="utf-8")
    heard: list[str] = []
    tcp = socket.create_server(("127.0.0.1", 0))
    path = near / "socket"
    unix, abstract = (socket.socket(socket.AF_UNIX) for _ in range(2))
    unix.bind(str(path))
    path.chmod(0o777)
    abstract.bind(f"\0{secret[-12:]}")
    for listener in (unix, abstract):
        listener.listen()
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    udp.bind(("127.0.0.1", 0))

    def listen(listener: socket.socket) -> None:
        try:
            if listener.type == socket.SOCK_STREAM:
                listener.accept()
            else:
                listener.recv(1)
            heard.append(str(listener))
        except OSError:
            pass

    listeners = (tcp, unix, abstract, udp)
    for listener in listeners:
        threading.Thread(target=listen, args=(listener,), daemon=True).start()
    neighbour = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)", secret])
    places = {
        "GRADEBOOK": str(course / "gradebook.db"),
        "COURSE": str(course),
        "VICTIM": str(course / "submitted" / "victim" / "P3" / "P3_prospect_lab.ipynb"),
        "KEY": str(key),
        "CLONE": str(CLONE),
        "HOME": str(home),
        "TMP": str(near),
        "SHM": str(shared),
        "TCP": str(tcp.getsockname()[1]),
        "UDP": str(udp.getsockname()[1]),
        "UNIX": str(path),
        "ABSTRACT": secret[-12:],
        "PID": str(os.getpid()),
        "NEIGHBOUR": str(neighbour.pid),
        "MARK": f"left-{time.time_ns()}",
    }
    yield World(tmp_path, secret, heard, places, watched)
    alive = neighbour.poll() is None
    neighbour.kill()
    neighbour.wait()
    for listener in listeners:
        listener.close()
    for folder in (shared, near, home):
        shutil.rmtree(folder)
    assert alive, "a process outside was ended"


TRY = """
def attempt(do):
    try:
        print(do())
    except BaseException as error:
        print(type(error).__name__)
import ctypes, glob, os, pathlib, shutil, signal, socket, subprocess, sys, time
P = pathlib.Path
"""

READING = {
    "gradebook": "attempt(lambda: P('GRADEBOOK').read_text())",
    "key": "attempt(lambda: P('KEY').read_text())",
    "the clone": "attempt(lambda: [p.name for p in P('CLONE').iterdir()])\n"
    "attempt(lambda: list(P('CLONE').rglob('keys/*')) + list(P('CLONE').rglob('exemplars/*')))",
    "another submission": "attempt(lambda: P('VICTIM').read_text())",
    "home": "attempt(lambda: P('HOME/mine.txt').read_text())",
    "tmp": "attempt(lambda: [p.read_text() for p in P('/tmp').rglob('mine.txt')])",
    "shared memory": "attempt(lambda: P('SHM/mine.txt').read_text())",
    "symlink": "attempt(lambda: os.symlink('GRADEBOOK', 'link'))\n"
    "attempt(lambda: P('link').read_text())",
    "hard link": "attempt(lambda: os.link('GRADEBOOK', 'hard'))\n"
    "attempt(lambda: P('hard').read_text())",
    "processes": "for f in glob.glob('/proc/[0-9]*/cmdline'): attempt(lambda: P(f).read_bytes())\n"
    "attempt(lambda: subprocess.run('ps aux', shell=True, capture_output=True, text=True).stdout)",
    "environment": "for f in glob.glob('/proc/[0-9]*/environ'):\n"
    "  attempt(lambda: P(f).read_bytes())\n"
    "print(dict(os.environ))",
    "root of another process": "for f in glob.glob('/proc/[0-9]*/root'):\n"
    "  attempt(lambda: P(f + 'GRADEBOOK').read_text())\n"
    "  attempt(lambda: P(f + '/../../../..' + 'GRADEBOOK').read_text())",
    "handles left open": "for n in range(3, 256):\n"
    "  attempt(lambda: os.readlink(f'/proc/self/fd/{n}'))\n"
    "  attempt(lambda: P(f'/proc/self/fd/{n}/GRADEBOOK').read_text())",
    "the worker's memory": "attempt(lambda: open(f'/proc/{os.getppid()}/mem', 'r+b'))\n"
    "attempt(lambda: os.readlink(f'/proc/{os.getppid()}/cwd'))",
}

WRITING = {
    "gradebook": "attempt(lambda: P('GRADEBOOK').write_text('mine'))",
    "key": "attempt(lambda: P('KEY').write_text('KEY = {}'))",
    "the course folder": "attempt(lambda: P('COURSE/planted').write_text('x'))\n"
    "attempt(lambda: shutil.rmtree('COURSE'))",
    "another submission": "attempt(lambda: P('VICTIM').unlink())",
    "home": "attempt(lambda: P('HOME/mine.txt').write_text('x'))",
    "tmp": "attempt(lambda: P('TMP/mine.txt').write_text('x'))",
    "shared memory": "attempt(lambda: P('SHM/mine.txt').write_text('x'))",
    "network": "s = socket.socket(); s.settimeout(1)\n"
    "attempt(lambda: s.connect(('127.0.0.1', int('TCP'))))",
    "datagrams": "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
    "attempt(lambda: s.sendto(b'x', ('127.0.0.1', int('UDP'))))",
    "a socket by path": "s = socket.socket(socket.AF_UNIX)\nattempt(lambda: s.connect('UNIX'))",
    "a socket by name": "s = socket.socket(socket.AF_UNIX)\n"
    "attempt(lambda: s.connect('\\x00ABSTRACT'))",
    "a process outside": "attempt(lambda: os.kill(int('NEIGHBOUR'), 9))\n"
    "attempt(lambda: os.kill(int('PID'), 9))",
    "the course itself": "import course.homework.sheet as s\n"
    "attempt(lambda: P(s.__file__).write_text('x'))\n"
    "attempt(lambda: P(sys.executable).write_text('x'))",
    "a symlink to write through": "attempt(lambda: os.symlink('COURSE', 'l'))\n"
    "attempt(lambda: P('l/planted').write_text('x'))",
    "mount": "libc = ctypes.CDLL(None)\n"
    "attempt(lambda: libc.mount(b'/proc', b'/tmp', None, 4096, None))\n"
    "attempt(lambda: libc.unshare(0x10000000 | 0x20000))\n"
    "attempt(lambda: P('COURSE/planted').write_text('x'))",
    "other rights": "attempt(lambda: os.setuid(0))\n"
    "attempt(lambda: subprocess.run(['su', '-c', 'touch COURSE/planted'], timeout=1))",
    "tracing": "libc = ctypes.CDLL(None)\n"
    "for p in (1, os.getppid()): print(libc.ptrace(16, p, None, None))",
}

BREAKING = {
    "exit": "os._exit(0)",
    "segfault": "ctypes.string_at(0)",
    "kill itself": "os.kill(os.getpid(), 9)",
    "stop itself": "os.kill(os.getpid(), signal.SIGSTOP)",
    "kill the worker": "attempt(lambda: os.kill(os.getppid(), 9))",
    "kill the box": "attempt(lambda: os.kill(1, 9))",
    "kill everything": "attempt(lambda: os.kill(-1, 9))",
    "fork bomb": "while True:\n  try: os.fork()\n  except OSError: pass",
    "thread bomb": "import threading\n"
    "while True:\n  try: threading.Thread(target=time.sleep, args=(60,)).start()\n"
    "  except RuntimeError: break",
    "memory": "attempt(lambda: len(bytearray(8_000_000_000)))",
    "memory, bit by bit": "kept = []\nwhile True: kept.append(bytearray(10_000_000))",
    "memory in many processes": "for n in range(12):\n"
    "  if os.fork() == 0: k = bytearray(b'x') * 900_000_000; time.sleep(60); os._exit(0)\n"
    "time.sleep(60)",
    "shared memory": "libc = ctypes.CDLL(None)\nlibc.shmat.restype = ctypes.c_void_p\n"
    "for n in range(3):\n  i = libc.shmget(0, 100_000_000, 0o1600)\n  a = libc.shmat(i, None, 0)\n"
    "  ctypes.memset(a, 1, 100_000_000)\n  libc.shmdt(ctypes.c_void_p(a))",
    "a large file": "attempt(lambda: [f.write(b'x' * 1_000_000) for f in [open('big', 'wb')] "
    "for _ in range(2000)])",
    "many files": "for n in range(200_000):\n"
    "  try: P(f'f{n}').write_bytes(b'x' * 100_000)\n  except OSError: break",
    "output": "for n in range(60): print('x' * 1_000_000)",
    "a large result": "'x' * 80_000_000",
    "many outputs": "for n in range(20_000): display(n)",
    "a deep display": "x = []\nfor n in range(900): x = [x]\n"
    "attempt(lambda: display({'application/json': x}, raw=True))",
    "odd text": "print('\\ud800')\ndisplay({'text/plain': '\\udfff\\0', 5: 6}, raw=True)\n"
    "display({'application/json': float('nan')}, raw=True)",
    "ignores signals": "signal.signal(2, signal.SIG_IGN); signal.signal(15, signal.SIG_IGN)\n"
    "while True: pass",
    "catches interrupts": "while True:\n  try:\n    while True: pass\n  except BaseException: pass",
    "processes left": "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)', "
    "'MARK'], start_new_session=True)",
    "detached processes left": "if os.fork() == 0:\n  os.setsid()\n  for n in range(20):\n"
    "    if os.fork() == 0:\n      os.execv(sys.executable, [sys.executable, '-c', "
    "'import time; time.sleep(600)', 'MARK'])\n  os._exit(0)\ntime.sleep(0.5)",
    "a thread left": "import threading\ndef f():\n  while True: print('x'); time.sleep(0.001)\n"
    "threading.Thread(target=f, daemon=True).start()",
    "a fork that goes on": "os.fork()",
    "close all": "os.closerange(0, 256)",
    "write on all": "for n in range(3, 256):\n  attempt(lambda: os.write(n, b'\\xff' * 100))",
    "forged frames": "import json\nfor n in range(3, 256):\n"
    "  b = json.dumps({'done': 1}).encode() * 1\n"
    "  attempt(lambda: os.write(n, len(b).to_bytes(4, 'big') + b))",
    "much output past the child's own limit": "import json\nlink = get_ipython().wire._link\n"
    "b = json.dumps({'output': {'output_type': 'display_data', 'metadata': {}, "
    "'data': {'text/plain': 'x' * 1_000_000}}}).encode()\n"
    "for n in range(15): link.sendall(len(b).to_bytes(4, 'big') + b)",
    "many small things in one": "link = get_ipython().wire._link\n"
    "b = b'{\"output\": {\"a\": [' + b'[],' * 4_000_000 + b'0]}}'\n"
    "link.sendall(len(b).to_bytes(4, 'big') + b)",
    "endless nonsense": "b = b'\\0\\0\\0\\2{}' * 10000\nfor n in range(3, 256):\n"
    "  try:\n    while True: os.write(n, b)\n  except OSError: pass",
    "start-up files": "h = P.home()\n"
    "for d in (h / '.ipython/profile_default/startup', h, P('/tmp')):\n"
    "  attempt(lambda: d.mkdir(parents=True, exist_ok=True))\n"
    "  for n in ('00.py', 'sitecustomize.py', '.bashrc'):\n"
    "    attempt(lambda: (d / n).write_text('value_of_gamble = 1/0'))",
    "folders that cannot be removed": "p = P('a')\nfor n in range(1500):\n"
    "  try: p.mkdir(); os.chdir(p); p = P('a')\n  except OSError: break\nos.chmod('.', 0)",
    "patched runner": "import IPython, json\nip = get_ipython()\n"
    "type(ip).run_cell = lambda *a, **k: None\nip.wire.send = lambda m: None\n"
    "json.dumps = json.loads = lambda *a, **k: '{}'",
    "modules gone": "for n in list(sys.modules): sys.modules[n] = None",
    "builtins gone": "import builtins\nfor n in list(vars(builtins)): delattr(builtins, n)",
    "endless recursion": "sys.setrecursionlimit(10**9)\ndef f(): return f()\nf()",
    "an alarm": "signal.alarm(1); time.sleep(5)",
    "an exit handler": "import atexit\natexit.register(os.abort)",
}
HURT_THEMSELVES = {"patched runner", "modules gone", "builtins gone", "close all", "write on all"}
HURT_THEMSELVES |= {"forged frames", "endless nonsense", "a fork that goes on"}


def attack(text: str, world: World, limits: Limits = QUICK) -> tuple[Ran, Any]:
    for name, value in world.places.items():  # a word of its own: AF_UNIX is none of them
        text = re.sub(rf"(?<![A-Z_]){name}(?![A-Z_])", lambda _, v=value: v, text)
    compile(TRY + text, "attack", "exec")  # what Python cannot read attacks nothing
    return run(graded.code(TRY + text, 3)(graded.filled("P3"), ASKED.items[0]), limits)


def nothing_left(mark: str) -> bool:
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if mark.encode() in path.read_bytes():
                return False
        except OSError:
            continue
    return True


def next_is_right() -> None:
    ran, read = run(graded.filled("P3"))
    assert points(read) == ASKED.points and ran.notes == ()


@needs_box
@pytest.mark.parametrize("name", READING)
def test_nothing_outside_can_be_read(name: str, world: World) -> None:
    _, read = attack(READING[name], world)
    seen = json.dumps(texts(read))
    assert world.secret not in seen and str(world.places["PID"]) not in seen
    assert KEY not in seen and "exemplars" not in seen and "pyproject" not in seen
    assert world.intact()
    assert points(read) == ASKED.points
    next_is_right()


@needs_box
@pytest.mark.parametrize("name", WRITING)
def test_nothing_outside_can_be_changed(name: str, world: World) -> None:
    _, read = attack(WRITING[name], world)
    assert world.intact()
    assert points(read) == ASKED.points
    next_is_right()


@needs_box
@pytest.mark.parametrize("name", BREAKING)
def test_a_submission_that_breaks_things_hurts_itself_only(name: str, world: World) -> None:
    began = time.monotonic()
    ran, read = attack(BREAKING[name], world)
    print(name, points(read), round(time.monotonic() - began, 1), ran.notes)
    assert time.monotonic() - began < QUICK.total + 10
    assert len(ran.notebook) < 17 * QUICK.output
    assert world.intact() and nothing_left(world.places["MARK"])
    if name not in HURT_THEMSELVES:
        assert points(read) == ASKED.points, ran.notes
    next_is_right()


# -- one after the other, and many at once ---------------------------------------------------------


PLANT = """import builtins, os, random, sys
import course.homework.public
builtins.planted = course.homework.public.planted = sys.planted = os.environ["PLANTED"] = "x"
open("planted", "w").write("x")
P = __import__("pathlib").Path
for folder in (P.home(), P(os.environ["TMPDIR"]), P("/dev/shm"), P(os.environ["COURSE_HOME"])):
    folder.mkdir(exist_ok=True)
    (folder / "planted").write_text("x")"""
LOOK = """import builtins, os, sys, glob
import course.homework.public
print(hasattr(builtins, "planted"), hasattr(course.homework.public, "planted"),
      hasattr(sys, "planted"), "PLANTED" in os.environ,
      [f for p in ("/tmp", "/dev/shm") for f in glob.glob(p + "/**/planted", recursive=True)])"""


@needs_box
def test_nothing_of_one_submission_is_seen_by_the_next() -> None:
    _, planted = run(cells(PLANT, LOOK))
    assert "True True True True" in texts(planted)[1]
    _, read = run(cells(LOOK))
    assert "False False False False []" in texts(read)[0]


@needs_box
def test_each_submission_draws_numbers_of_its_own() -> None:
    draw = (
        "import os, random, secrets, tempfile, uuid, numpy\n"
        "for one in (random.random(), numpy.random.rand(), numpy.random.default_rng().random(), "
        "uuid.uuid4().hex, secrets.token_hex(8), tempfile.mktemp()): print(one)"
    )
    drawn = [run(cells(draw))[1].cells[0].outputs[0]["text"].splitlines() for _ in range(3)]
    assert all(len(set(column)) == 3 for column in zip(*drawn, strict=True))


def in_a_process(text: bytes) -> tuple[bytes, int]:
    return run_notebook(text, {}, QUICK).notebook, os.getpid()


@needs_box
@pytest.mark.parametrize("kind", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_any_executor_can_call_it(kind: Any) -> None:
    text = nbformat.writes(graded.filled("P3")).encode()
    run_notebook(text, {}, QUICK)  # a worker waits here when the pool's processes are forked
    with kind(3) as pool:
        found = list(pool.map(in_a_process, [text] * 9))
    assert all(points(nbformat.reads(made.decode(), 4)) == ASKED.points for made, _ in found)
    next_is_right()


@needs_box
def test_a_worker_forks_from_one_thread_and_ends_with_whoever_started_it() -> None:
    code = (
        "import os, signal, sys; from course.grading import worker; w = worker.idle(False); "
        "print(w.threads, w._process.pid, flush=True); os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=CLONE, check=False
    )
    threads, pid = done.stdout.split()
    assert threads == "1"
    for _ in range(50):
        if not Path(f"/proc/{pid}").exists():
            break
        time.sleep(0.1)
    state = Path(f"/proc/{pid}/stat")
    assert not state.exists() or state.read_text(encoding="ascii").split()[2] == "Z"


@needs_box
def test_files_lie_beside_the_notebook_and_nowhere_else() -> None:
    look = "import os\nprint(sorted(os.listdir()), open('journal.jsonl').read())"
    files = {"journal.jsonl": b"mine", "../out": b"x", "/tmp/out": b"x", "a/b": b"x"}
    ran = run_notebook(nbformat.writes(cells(look)).encode(), files, QUICK)
    assert b"['a', 'journal.jsonl', 'notebook.ipynb'] mine" in ran.notebook


@needs_box
def test_the_essay_is_found_in_the_notebook_beside() -> None:
    _, read = run(graded.filled("P3"))
    assert "As last saved: " in texts(read)[graded.at(read, "check-essay")]


@needs_box
def test_python_is_stopped_too_often_or_for_too_long() -> None:
    ran, read = run(cells("print(1)", *["import os; os._exit(1)"] * 5, "print(2)"))
    assert "'text': '1" in str(read.cells[0].outputs) and read.cells[-1].outputs == []
    assert ran.notes[-1] == "Code cell 5 stopped Python; what comes after it did not run."
    ran, read = run(cells(*["import time; time.sleep(1)"] * 9), Limits(total=2))
    assert ran.seconds < 5 and "more than 2 s" in ran.notes[-1]


@needs_box
def test_a_notebook_of_many_large_cells_stays_small() -> None:
    text = BREAKING["much output past the child's own limit"]
    ran, _ = run(cells(*[text] * 30))
    assert len(ran.notebook) < 64 * QUICK.output + 100_000
    assert len(ran.notes) == 30


@needs_box
@pytest.mark.parametrize("text", [b"", b"[]", b"{}", b'{"cells": 5}', b'{"cells": [5]}', b"\xff"])
def test_what_is_no_notebook_is_a_result(text: bytes) -> None:
    ran = run_notebook(text, {}, QUICK)
    assert ran.notebook == text and "could not be read" in ran.notes[0]


@needs_box
def test_odd_settings_of_a_cell_stop_nothing() -> None:
    odd: list[Any] = [{"tags": 5}, {"nbgrader": 5}, {"nbgrader": {"grade_id": []}}, 5, None]
    made = [{"cell_type": "code", "source": ["1\n", "2"], "metadata": m} for m in odd]
    ran = run_notebook(json.dumps({"cells": [*made, {"cell_type": "code"}]}).encode(), {}, QUICK)
    counts = [cell["execution_count"] for cell in json.loads(ran.notebook)["cells"]]
    assert counts == [1, 2, 3, 4, 5, None] and ran.notes == ()


def test_odd_outputs_are_made_sound_or_left_out() -> None:
    shown = {"output_type": "display_data", "data": {"a+json": float("inf")}, "metadata": {}}
    assert sound(shown) == {**shown, "data": {"a+json": None}}
    odd: list[Any] = [
        None, 5, {}, {"output_type": "update"}, {"output_type": "stream", "name": "x", "text": ""},
        {"output_type": "display_data", "data": []}, {"output_type": "error", "ename": 5},
    ]  # fmt: skip
    assert [sound(output) for output in odd] == [None] * len(odd)


@needs_box
def test_a_cold_start_gives_the_same() -> None:
    _, warm = run(graded.filled("P3"))
    _, cold = run(graded.filled("P3"), Limits(cold=True))
    assert texts(warm) == texts(cold)


# -- where there is less ---------------------------------------------------------------------------


@pytest.fixture
def no_box(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Be on a computer without bubblewrap and Landlock."""
    worker.discard_all()
    sandbox.state.cache_clear()
    monkeypatch.setattr(sandbox.shutil, "which", lambda name: None)
    monkeypatch.setattr(sandbox, "landlock_version", lambda: 0)
    yield
    worker.discard_all()
    sandbox.state.cache_clear()


def test_without_a_box_nothing_is_run_unless_somebody_asks(no_box: None, world: World) -> None:
    said = engine.protection()
    assert len(said) == 1 and "Install bubblewrap" in said[0]
    with pytest.raises(CourseError, match="not kept apart"):
        run(cells("1"))
    unsafe = Limits(cell=2, total=20, unsafe=True)
    # What is said is so; and the attacks above are attacks, for here they get through.
    looks = [f"print(open({world.places[name]!r}).read())" for name in ("KEY", "VICTIM")]
    _, read = run(cells(*looks), unsafe)
    assert KEY in texts(read)[0] and world.secret in texts(read)[1]
    ran, read = run(graded.code("import os; os._exit(1)")(graded.filled("P3"), None), unsafe)
    assert points(read) == ASKED.points and "stopped Python" in ran.notes[0]


@pytest.mark.parametrize(
    "name", ["network", "datagrams", "a socket by path", "a socket by name", "gradebook", "home"]
)
def test_the_attacks_are_attacks_for_without_a_box_they_get_through(
    name: str, no_box: None, world: World
) -> None:
    attack(WRITING[name], world, Limits(cell=2, total=20, unsafe=True))
    time.sleep(0.2)
    assert not world.intact()


@pytest.mark.skipif(HERE.landlock < 4, reason="this kernel has no Landlock, or an old one")
def test_with_landlock_alone_it_says_what_is_open(
    no_box: None, monkeypatch: pytest.MonkeyPatch, world: World
) -> None:
    monkeypatch.setattr(sandbox, "landlock_version", lambda: HERE.landlock)
    sandbox.state.cache_clear()
    assert "by Landlock, and by nothing else" in engine.protection()[0]
    assert "other than by TCP" in engine.protection()[0]
    unsafe = Limits(cell=2, total=20, unsafe=True)
    for name in ("GRADEBOOK", "KEY", "VICTIM"):
        _, read = attack(f"attempt(lambda: P('{name}').read_text())", world, unsafe)
        assert world.secret not in str(read) and KEY not in str(read)
    for name in ("gradebook", "home", "tmp", "network", "a process outside"):
        _, read = attack(WRITING[name], world, unsafe)
        assert world.intact() and points(read) == ASKED.points
    attack(WRITING["datagrams"], world, unsafe)
    time.sleep(0.2)
    assert not world.intact()  # which is what it says


def test_without_fork_a_kernel_runs_it(no_box: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "can_fork", lambda: False)
    _, read = run(graded.filled("P3"), Limits(unsafe=True))
    assert points(read) == ASKED.points
    ran, read = run(cells("print(1)", "import os; os._exit(1)", "2"), Limits(unsafe=True))
    assert "'text': '1" in str(read.cells[0].outputs) and "not be run to the end" in ran.notes[0]


@needs_box
def test_a_clone_inside_a_shown_folder_is_covered() -> None:
    roots = (Path("/usr"), CLONE)
    hidden = sandbox.covered(roots)
    assert CLONE / "assignments" in hidden
    look = ["/bin/ls", str(CLONE / "assignments"), str(CLONE / "course")]
    command = sandbox.box(look, {root: root for root in roots}, hidden)
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "grading" in done.stdout and "keys" not in done.stdout


@needs_box
def test_with_a_box_nothing_is_left_unsaid() -> None:
    assert engine.protection() == () or HERE.landlock == 0 or not HERE.nested
