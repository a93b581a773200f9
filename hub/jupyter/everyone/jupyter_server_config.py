"""JupyterLab on the hub, for teachers and students alike."""

c = get_config()  # type: ignore[name-defined] # noqa: F821 (Jupyter gives it)

# A kernel's messages are signed, and not secret: over TCP every account of this server could
# listen to what a cell shows. Files in the owner's own folder keep them in.
c.KernelManager.transport = "ipc"

# Who has closed the window and gone gives back the memory: kernels after three hours, and the
# server an hour later. What was saved and committed stays.
c.MappingKernelManager.cull_idle_timeout = 3 * 60 * 60
c.ServerApp.shutdown_no_activity_timeout = 60 * 60
