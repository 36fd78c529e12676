"""How sending may end otherwise than well; every channel says it with these."""


class NotSent(Exception):
    """The message has certainly not arrived. ``code`` is one of words.ANSWERS, ``said`` is what the other side said."""

    def __init__(self, code: str, said: str = "", *, is_passing: bool = False) -> None:
        super().__init__(code)
        self.code = code
        self.said = said
        self.is_passing = is_passing  # it may go well later


class Unsure(Exception):
    """The message may have arrived or not, so it must not be sent again."""

    def __init__(self, code: str, said: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.said = said
