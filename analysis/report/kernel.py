"""The kernel a report runs in: this very interpreter, whatever kernels the machine knows."""

from typing import Any

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from traitlets import default


class ThisInterpreter(AsyncKernelManager):
    """Starts `python3` as the interpreter that runs us.

    Jupyter otherwise takes the first `python3` it finds registered, which may be another environment's, or
    none where an environment came without its `share/jupyter/kernels`. Looked for in no folder, the native
    kernel is what remains, and that is `sys.executable`.
    """

    @default("kernel_spec_manager")
    def _no_registered_kernels(self) -> Any:
        return KernelSpecManager(parent=self, kernel_dirs=[])

    @default("transport_encryption")
    def _private(self) -> str:
        return "auto"  # other users of the machine could read along; older jupyter_clients do not know it
