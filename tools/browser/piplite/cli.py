"""What becomes of a cell with ``%pip``."""


async def get_transformed_code(arguments: list[str]) -> str:
    """Turn ``%pip install ...`` into the call that says why it cannot be."""
    return "import piplite; await piplite.install()"
